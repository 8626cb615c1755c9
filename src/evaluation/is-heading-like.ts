import { countWords } from './count-words.ts';

const MAX_WORDS = 12;
const TERMINAL = /[.?!:;,…"”)]$/u;

/** A short line of content without an end mark: the labels do not tell headings from body, so their form has to. */
export function isHeadingLike(text: string): boolean {
  return countWords(text) <= MAX_WORDS && !TERMINAL.test(text.trim());
}
