import type { Evaluation, Figures } from '../../src/evaluation/evaluation.ts';
import { evaluationSets } from '../../src/evaluation/evaluation-sets.ts';
import { loadRuleset } from '../../src/index.ts';
import { temporaryFolder } from '../cli/temporary-folder.ts';

const ruleset = loadRuleset();

type Files = Readonly<Record<string, string | Uint8Array>>;

function startEvaluation(set: string, files: Files): Evaluation | Promise<Evaluation> {
  const evaluate = evaluationSets[set];
  if (!evaluate) throw new RangeError(`no set ${set}`);
  return evaluate({ folder: temporaryFolder(files), ruleset, seed: 1, onProgress: () => {} });
}

/** Evaluates a set on data that a test wrote. */
export function evaluateFolder(set: string, files: Files): Evaluation {
  const evaluation = startEvaluation(set, files);
  if (evaluation instanceof Promise) throw new TypeError(`${set} has to be awaited`);
  return evaluation;
}

/** The same for a set that waits for something. */
export async function awaitEvaluation(set: string, files: Files): Promise<Evaluation> {
  return await startEvaluation(set, files);
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
