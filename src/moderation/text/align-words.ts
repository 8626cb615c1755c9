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

interface Words {
  readonly rows: readonly number[];
  readonly hashes: Uint32Array;
}

function readWords(tokens: TokenTable, { from, to }: RowRange): Words {
  const rows: number[] = [];
  const hashes = new Uint32Array(Math.max(0, to - from));
  for (let row = from; row < to; row++) {
    if (tokens.kinds[row] === TOKEN_SYMBOL) continue;
    hashes[rows.length] = tokens.hashes[row] ?? 0;
    rows.push(row);
  }
  return { rows, hashes: hashes.subarray(0, rows.length) };
}

/** Lengths of the longest common subsequences of what follows each pair of places, row by row of `width` numbers. */
function measureCommon(a: Uint32Array, b: Uint32Array, width: number): Uint8Array {
  const lengths = new Uint8Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    const word = a[i];
    let right = 0;
    let diagonal = 0;
    for (let j = b.length - 1; j >= 0; j--) {
      const at = i * width + j;
      const below = lengths[at + width] ?? 0;
      const length = word === b[j] ? diagonal + 1 : Math.max(below, right);
      lengths[at] = length;
      right = length;
      diagonal = below;
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

/** Writes runs down, word after word. */
interface RunWriter {
  readonly runs: readonly WordRun[];
  readonly write: (kind: WordRun['kind'], words: number) => void;
}

function createWriter(earlier: readonly number[], later: readonly number[]): RunWriter {
  const runs: { kind: WordRun['kind']; from: number; to: number }[] = [];
  let [i, j] = [0, 0];
  const write = (kind: WordRun['kind'], words: number): void => {
    if (words === 0) return;
    const [rows, first] = kind === 'removed' ? [earlier, i] : [later, j];
    const [from, to] = [rows[first] ?? 0, (rows[first + words - 1] ?? 0) + 1];
    if (kind !== 'added') i += words;
    if (kind !== 'removed') j += words;
    const last = runs.at(-1);
    if (last?.kind === kind) last.to = to;
    else runs.push({ kind, from, to });
  };
  return { runs, write };
}

/**
 * Aligns the words of two ranges of rows; case and punctuation do not count. Costs the length of the ranges and at most
 * 160 by 160 steps. Runs come in the order of reading, of neighbours the removed one first.
 */
export function alignWords(tokens: TokenTable, earlier: RowRange, later: RowRange): readonly WordRun[] {
  const [a, b] = [readWords(tokens, earlier), readWords(tokens, later)];
  const [lengthA, lengthB] = [a.rows.length, b.rows.length];
  const most = Math.min(lengthA, lengthB);
  let head = 0;
  while (head < most && a.hashes[head] === b.hashes[head]) head++;
  let tail = 0;
  while (tail < most - head && a.hashes[lengthA - 1 - tail] === b.hashes[lengthB - 1 - tail]) tail++;
  const [endA, endB] = [lengthA - tail, lengthB - tail];
  const [cutA, cutB] = [Math.min(endA, head + MAX_ALIGNED), Math.min(endB, head + MAX_ALIGNED)];
  const { runs, write } = createWriter(a.rows, b.rows);
  write('same', head);
  for (const kind of alignMiddle(a.hashes.subarray(head, cutA), b.hashes.subarray(head, cutB))) write(kind, 1);
  write('removed', endA - cutA);
  write('added', endB - cutB);
  write('same', tail);
  return runs;
}
