import type { Word } from './word.ts';

const MIN_WORDS = 3;
const MIN_TITLE_WORDS = 4;
const SENTENCE_END = /[.!?…]["”’)]?\s*$/u;

/** True when capitals say nothing in a sentence: it is set in capitals, or like a title without a full stop. */
export function isHeadline(sentence: string, words: readonly Word[]): boolean {
  const letters = words.filter((word) => word.lower !== word.text.toUpperCase());
  const uppers = letters.filter((word) => word.upper).length;
  if (letters.length >= MIN_WORDS && uppers >= letters.length * 0.6) return true;
  const long = letters.filter((word) => word.text.length > 3);
  const capitals = long.filter((word) => word.capital).length;
  return capitals >= MIN_TITLE_WORDS && capitals >= long.length * 0.85 && !SENTENCE_END.test(sentence);
}
