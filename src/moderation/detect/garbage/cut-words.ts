import type { Span } from '../../model/span.ts';
import { codeOf, isCapital, letterCode, scriptOf } from '../../text/letter-code.ts';
import { ngramBits, shiftNgram } from '../../text/ngram-table.ts';
import { tokenTables } from './token-tables.ts';

/** Letters of a word that a token may be glued to. */
const MIN_WORD = 4;
const MAX_WORD = 24;
/**
 * Bits a letter between words and letters at random, and how many fewer a word must cost in all to be one. Of four letters at
 * random one set in twenty costs so few, of five or more one in a hundred.
 */
const RANDOM_BITS = 6;
const MIN_GAIN = 14;
const MIN_SHORT_GAIN = 10.2;
/** UTF-16 code units that must be left of the token. */
const MIN_LEFT = 8;

/** Bits saved by reading `[start, end)` as a word, its edges included, against what lies between words and noise. */
function gainOf(text: string, start: number, end: number): number {
  const table = tokenTables[scriptOf(letterCode(text.charCodeAt(start)))];
  if (!table) return 0;
  let index = 0;
  let gain = 0;
  for (let at = start; at <= end; at++) {
    index = shiftNgram(table, index, at < end ? codeOf(letterCode(text.charCodeAt(at))) : 0);
    gain += RANDOM_BITS - ngramBits(table, index);
  }
  return gain;
}

const leastGain = (letters: number): number => (letters > MIN_WORD ? MIN_GAIN : MIN_SHORT_GAIN);

function isLetterOf(text: string, at: number, script: number): boolean {
  return scriptOf(letterCode(text.charCodeAt(at))) === script;
}

const isSmall = (text: string, at: number): boolean => !isCapital(letterCode(text.charCodeAt(at)));

/** End of the word that `[start, end)` begins with: small letters after the first; `start` when there is none. */
function wordBefore(text: string, start: number, end: number): number {
  const script = scriptOf(letterCode(text.charCodeAt(start)));
  let stretch = start;
  while (stretch < end && stretch - start < MAX_WORD && isLetterOf(text, stretch, script)) {
    if (stretch > start && !isSmall(text, stretch)) break;
    stretch++;
  }
  let best = start;
  let bestGain = 0;
  for (let at = start + MIN_WORD; at <= stretch; at++) {
    const gain = gainOf(text, start, at);
    if (gain > leastGain(at - start) && gain > bestGain) [best, bestGain] = [at, gain];
  }
  return best;
}

/** Start of the word that `[start, end)` ends with, of small letters; `end` when there is none. */
function wordAfter(text: string, start: number, end: number): number {
  const script = scriptOf(letterCode(text.charCodeAt(end - 1)));
  let stretch = end;
  while (stretch > start && end - stretch < MAX_WORD && isLetterOf(text, stretch - 1, script) && isSmall(text, stretch - 1))
    stretch--;
  let best = end;
  let bestGain = 0;
  for (let at = end - MIN_WORD; at >= stretch; at--) {
    const gain = gainOf(text, at, end);
    if (gain > leastGain(end - at) && gain > bestGain) [best, bestGain] = [at, gain];
  }
  return best;
}

/**
 * The token without the words that it is glued to: "harbourx7Kq2ZpL9vTb4" leaves "harbour" alone. A token of letters of one
 * case throughout is not cut: where its words end could only be guessed. Bounded by the longest word.
 */
export function cutWords(text: string, { start, end }: Span): Span {
  const token = text.slice(start, Math.min(end, start + 512));
  if (!/\d/u.test(token) && !/\p{Ll}\p{Lu}/u.test(token)) return { start, end };
  const from = wordBefore(text, start, end);
  const to = wordAfter(text, from, end);
  return to - from >= MIN_LEFT ? { start: from, end: to } : { start, end };
}
