import { TOKEN_SYMBOL, type TokenTable } from '../model/token-table.ts';

/** Rows `[from, to)` of a token table. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

/** Words that stand in both texts (rows of the later one), in the earlier one only, or in the later one only. */
export interface WordRun extends RowRange {
  readonly kind: 'same' | 'removed' | 'added';
}

/** Words of each side between the equal beginning and the equal end that are aligned; what is beyond counts as different. */
const MAX_ALIGNED = 160;

function wordRows(tokens: TokenTable, { from, to }: RowRange): number[] {
  const rows: number[] = [];
  for (let row = from; row < to; row++) if (tokens.kinds[row] !== TOKEN_SYMBOL) rows.push(row);
  return rows;
}

/** Lengths of the longest common subsequences of what follows each pair of places, row by row of `width` numbers. */
function measureCommon(a: Uint32Array, b: Uint32Array, width: number): Uint8Array {
  const lengths = new Uint8Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const at = i * width + j;
      lengths[at] = a[i] === b[j] ? (lengths[at + width + 1] ?? 0) + 1 : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0);
    }
  }
  return lengths;
}

/** Whether each word of the middle is `same`, `removed` or `added`, in the order of reading. */
function alignMiddle(a: Uint32Array, b: Uint32Array): readonly WordRun['kind'][] {
  const width = b.length + 1;
  const lengths = measureCommon(a, b, width);
  const kinds: WordRun['kind'][] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const at = i * width + j;
    const isSame = i < a.length && j < b.length && a[i] === b[j];
    const isRemoved = !isSame && i < a.length && (j >= b.length || (lengths[at + width] ?? 0) >= (lengths[at + 1] ?? 0));
    if (isSame || isRemoved) i++;
    if (!isRemoved) j++;
    kinds.push(isSame ? 'same' : isRemoved ? 'removed' : 'added');
  }
  return kinds;
}

function joinRuns(kinds: readonly WordRun['kind'][], earlier: readonly number[], later: readonly number[]): readonly WordRun[] {
  const runs: WordRun[] = [];
  let [i, j] = [0, 0];
  for (const kind of kinds) {
    const row = (kind === 'removed' ? earlier[i] : later[j]) ?? 0;
    if (kind !== 'added') i++;
    if (kind !== 'removed') j++;
    const last = runs.at(-1);
    if (last?.kind === kind) runs[runs.length - 1] = { ...last, to: row + 1 };
    else runs.push({ kind, from: row, to: row + 1 });
  }
  return runs;
}

/**
 * Aligns the words of two ranges of rows; case and punctuation do not count. Costs the length of the ranges and at most
 * 160 by 160 steps. Runs come in the order of reading, of neighbours the removed one first.
 */
export function alignWords(tokens: TokenTable, earlier: RowRange, later: RowRange): readonly WordRun[] {
  const [a, b] = [wordRows(tokens, earlier), wordRows(tokens, later)];
  const hashOf = (row: number | undefined): number => tokens.hashes[row ?? -1] ?? 0;
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && hashOf(a[head]) === hashOf(b[head])) head++;
  let tail = 0;
  while (tail < most - head && hashOf(a[a.length - 1 - tail]) === hashOf(b[b.length - 1 - tail])) tail++;
  const [endA, endB] = [a.length - tail, b.length - tail];
  const [cutA, cutB] = [Math.min(endA, head + MAX_ALIGNED), Math.min(endB, head + MAX_ALIGNED)];
  const kinds: WordRun['kind'][] = [
    ...Array<WordRun['kind']>(head).fill('same'),
    ...alignMiddle(Uint32Array.from(a.slice(head, cutA), hashOf), Uint32Array.from(b.slice(head, cutB), hashOf)),
    ...Array<WordRun['kind']>(endA - cutA).fill('removed'),
    ...Array<WordRun['kind']>(endB - cutB).fill('added'),
    ...Array<WordRun['kind']>(tail).fill('same'),
  ];
  return joinRuns(kinds, a, b);
}
