import { createReadStream } from 'node:fs';
import { text } from 'node:stream/consumers';
import { describeWant } from '../../faults/describe-want.ts';
import type { Amendment } from '../../index.ts';
import { amendmentsSchema } from '../../schema/amendments-schema.ts';
import { CliError, EXIT } from '../cli-error.ts';
import { describeFault } from './describe-fault.ts';
import { toFileFault } from './to-file-fault.ts';

async function readText(file: string): Promise<string> {
  try {
    return await text(createReadStream(file));
  } catch (error) {
    const fault = toFileFault(file, error);
    throw new CliError(describeFault(fault), fault.exitCode);
  }
}

function parseJson(json: string, file: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new CliError(`${file} is not JSON; hand in a list of amendments`, EXIT.data);
  }
}

/** The amendments of a JSON file. Throws `CliError`: 65 for what is no list of amendments, 66 or 74 for a file that cannot be read. */
export async function readAmendments(file: string): Promise<readonly Amendment[]> {
  const parsed = amendmentsSchema.safeParse(parseJson(await readText(file), file));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const place = issue?.path.length ? `amendment ${issue.path.map(String).join('.')}` : 'the list';
  throw new CliError(
    `${file}: ${place}: ${issue ? describeWant(issue) : 'not as expected'} (see schemas/amendments-1.schema.json)`,
    EXIT.data,
  );
}
