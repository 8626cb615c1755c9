import { LEXICON } from './lexicon.ts';
import type { Word } from './word.ts';

const MAX_ROLE_WORDS = 4;

const phrase = (words: readonly Word[], from: number, to: number): string =>
  words
    .slice(from, to)
    .map((word) => word.lower)
    .join(' ');

/** Number of words, from row `from` and not past `to`, that state a role such as "Deputy Prime Minister"; 0 for none. */
export function matchRole(words: readonly Word[], from: number, to: number): number {
  for (let length = Math.min(MAX_ROLE_WORDS, to - from); length > 0; length--) {
    if (LEXICON.roles.has(phrase(words, from, from + length))) {
      const more = from + length < to ? matchRole(words, from + length, to) : 0;
      return length + more;
    }
  }
  const modified = from + 1 < to && LEXICON.roleModifiers.has(words[from]?.lower ?? '') ? matchRole(words, from + 1, to) : 0;
  return modified > 0 ? modified + 1 : 0;
}

/** First row after `from` where a role stands in the middle of a run ("Acme President Ada Quill"); -1 for none. */
export function findInnerRole(words: readonly Word[], from: number, to: number): number {
  for (let row = from + 1; row < to; row++) {
    if (LEXICON.splittingRoles.has(words[row]?.lower ?? '') && matchRole(words, row, to) > 0) return row;
  }
  return -1;
}
