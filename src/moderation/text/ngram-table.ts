import { ALPHABETS } from './letter-code.ts';

/** Costs of letters after the letters before them, for one script. */
export interface NgramTable {
  /** Letters of context and the letter itself together. */
  readonly order: number;
  /** Symbols: the letters of the alphabet and the edge of a word. */
  readonly size: number;
  /** Contexts there are: `size` to the power of `order - 1`. */
  readonly contexts: number;
  /** Cost in steps of `BITS_PER_STEP`, two to a byte, low half first; index is the n-gram read as a number of base `size`. */
  readonly steps: Uint8Array;
}

/** Bits of surprise of one step of cost; the highest step, 15, is what was hardly ever seen. */
export const BITS_PER_STEP = 0.9;

/** As it stands in a model file. */
export interface PackedTable {
  readonly script: number;
  readonly order: number;
  readonly steps: string;
}

function decodeBase64(text: string): Uint8Array {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** Opens a packed table; throws `RangeError` when its length is not that of its alphabet. */
export function openNgramTable(packed: PackedTable): NgramTable {
  const size = (ALPHABETS[packed.script] ?? '').length + 1;
  const steps = decodeBase64(packed.steps);
  if (steps.length !== Math.ceil(size ** packed.order / 2)) throw new RangeError(`a table of ${steps.length} bytes`);
  return { order: packed.order, size, contexts: size ** (packed.order - 1), steps };
}

/** The next n-gram's index: `index` without its oldest letter, then `code`. */
export function shiftNgram(table: NgramTable, index: number, code: number): number {
  return (index % table.contexts) * table.size + code;
}

/** Bits of surprise of the n-gram at `index`. */
export function ngramBits(table: NgramTable, index: number): number {
  const pair = table.steps[index >>> 1] ?? 0xff;
  return ((index & 1) === 0 ? pair & 15 : pair >>> 4) * BITS_PER_STEP;
}
