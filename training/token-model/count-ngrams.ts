import { ALPHABETS, codeOf, letterCode, SCRIPT_IGNORED, scriptOf } from '../../src/moderation/text/letter-code.ts';
import { BITS_PER_STEP, type PackedTable } from '../../src/moderation/text/ngram-table.ts';
import type { WordSource } from './read-words.ts';

/** N-grams that a source with share 1 adds up to; a small source counts each of its own at most this many times. */
const GRAMS_PER_SHARE = 150_000;
const MAX_FACTOR = 4;
/** How many observations the estimate from a shorter context is worth. */
const PRIOR = 6;

/** The codes of a word wholly in a script, or nothing. */
function encodeWord(word: string, script: number): readonly number[] | undefined {
  const codes: number[] = [];
  for (let at = 0; at < word.length; at++) {
    const code = letterCode(word.charCodeAt(at));
    if (scriptOf(code) === SCRIPT_IGNORED) continue;
    if (scriptOf(code) !== script) return undefined;
    codes.push(codeOf(code));
  }
  return codes.length > 1 ? codes : undefined;
}

function countSource(
  words: readonly (readonly number[])[],
  share: number,
  order: number,
  size: number,
  counts: Float64Array,
): void {
  const total = words.reduce((sum, word) => sum + word.length + 1, 0);
  const factor = Math.min(MAX_FACTOR, (share * GRAMS_PER_SHARE) / Math.max(1, total));
  const contexts = size ** (order - 1);
  for (const word of words) {
    let index = 0;
    for (let at = 0; at <= word.length; at++) {
      index = (index % contexts) * size + (word[at] ?? 0);
      counts[index] = (counts[index] ?? 0) + factor;
    }
  }
}

/** Probability of each n-gram's last letter, shorter contexts filling in for longer ones. */
function estimate(counts: Float64Array, order: number, size: number): Float64Array {
  if (order === 0) return Float64Array.of(1 / size);
  const shorter = size ** (order - 1);
  const lowerCounts = new Float64Array(shorter);
  for (let index = 0; index < counts.length; index++) {
    const at = index % shorter;
    lowerCounts[at] = (lowerCounts[at] ?? 0) + (counts[index] ?? 0);
  }
  const lower = estimate(lowerCounts, order - 1, size);
  const chances = new Float64Array(counts.length);
  for (let context = 0; context < shorter; context++) {
    let seen = 0;
    for (let code = 0; code < size; code++) seen += counts[context * size + code] ?? 0;
    for (let code = 0; code < size; code++) {
      const index = context * size + code;
      const prior = lower[index % shorter] ?? lower[0] ?? 0;
      chances[index] = ((counts[index] ?? 0) + PRIOR * prior) / (seen + PRIOR);
    }
  }
  return chances;
}

function pack(chances: Float64Array): string {
  const bytes = new Uint8Array(Math.ceil(chances.length / 2));
  for (let index = 0; index < chances.length; index++) {
    const step = Math.max(0, Math.min(15, Math.round(-Math.log2(chances[index] ?? 0) / BITS_PER_STEP)));
    bytes[index >>> 1] = (bytes[index >>> 1] ?? 0) | (index % 2 === 0 ? step : step << 4);
  }
  return Buffer.from(bytes).toString('base64');
}

/** The packed table of a script: log-likelihoods of n-grams over all sources, each source with its share. */
export function countNgrams(sources: readonly WordSource[], script: number, order: number): PackedTable {
  const size = (ALPHABETS[script] ?? '').length + 1;
  const counts = new Float64Array(size ** order);
  for (const { words, share } of sources) {
    const encoded = words.map((word) => encodeWord(word, script)).filter((word) => word !== undefined);
    countSource(encoded, share, order, size, counts);
  }
  return { script, order, steps: pack(estimate(counts, order, size)) };
}
