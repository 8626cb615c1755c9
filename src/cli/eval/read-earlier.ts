import { readFileSync } from 'node:fs';
import { type EvaluationRecord, evaluationRecordSchema } from '../../evaluation/evaluation-record.ts';
import { CliError, EXIT } from '../cli-error.ts';

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new CliError(`${path} cannot be read; --compare takes the file of an earlier --format json`, EXIT.noInput);
  }
}

function parse(json: string): EvaluationRecord | undefined {
  try {
    return evaluationRecordSchema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}

/** An earlier run of the same set. Throws `CliError`: 66 when it cannot be read, 65 when it is something else. */
export function readEarlier(path: string, set: string): EvaluationRecord {
  const record = parse(readText(path));
  if (!record) throw new CliError(`${path} is not the JSON of copydesk eval`, EXIT.data);
  if (record.set !== set) throw new CliError(`${path} is about ${record.set}, not ${set}`, EXIT.data);
  return record;
}
