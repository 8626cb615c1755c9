import type { Evaluation, Figures } from '../../src/evaluation/evaluation.ts';
import { evaluationSets } from '../../src/evaluation/evaluation-sets.ts';
import { loadRuleset } from '../../src/index.ts';
import { temporaryFolder } from '../cli/temporary-folder.ts';

const ruleset = loadRuleset();

/** Evaluates a set on data that a test wrote. */
export function evaluateFolder(set: string, files: Readonly<Record<string, string | Uint8Array>>): Evaluation {
  const evaluate = evaluationSets[set];
  if (!evaluate) throw new RangeError(`no set ${set}`);
  return evaluate({ folder: temporaryFolder(files), ruleset, onProgress: () => {} });
}

/** One row of a table. */
export function figuresOf({ tables }: Evaluation, table: string, row: string): Figures {
  const found = tables.find(({ name }) => name === table)?.rows.find(({ name }) => name === row);
  if (!found) throw new RangeError(`no row ${row} in ${table}`);
  return found.figures;
}

/** Records as lines of NDJSON. */
export function toLines(records: readonly unknown[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}
