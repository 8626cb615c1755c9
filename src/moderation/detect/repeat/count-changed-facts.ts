import type { Document } from '../../model/document.ts';
import { TOKEN_NUMBER } from '../../model/token-table.ts';
import type { WordRun } from '../../text/align-words.ts';

const UPPER = /^\p{Lu}/u;

/** Numbers and capitalised words among the words of a run. */
function countFacts({ text, tokens }: Document, { from, to }: WordRun): number {
  let facts = 0;
  for (let row = from; row < to; row++) {
    const start = tokens.starts[row] ?? 0;
    if (tokens.kinds[row] === TOKEN_NUMBER || UPPER.test(text.slice(start, start + 2))) facts++;
  }
  return facts;
}

/**
 * How many numbers and names one text has where the other has different ones. The entries of a list, the rows of a table,
 * and the clauses of a contract are equal but for such; a copy with a word changed, left out or added is not.
 */
export function countChangedFacts(document: Document, runs: readonly WordRun[]): number {
  let changed = 0;
  for (const [at, run] of runs.entries()) {
    const next = runs[at + 1];
    if (run.kind !== 'removed' || next?.kind !== 'added') continue;
    changed += Math.min(countFacts(document, run), countFacts(document, next));
  }
  return changed;
}
