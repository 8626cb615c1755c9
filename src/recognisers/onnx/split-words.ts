import type { Span } from '../../moderation/model/span.ts';

/** A word of a passage, as it is shown to a model; `start`/`end` in UTF-16 code units of the passage. */
export interface ModelWord extends Span {
  readonly text: string;
  /** True when it begins the passage or white space stands before it. */
  readonly isSpaced: boolean;
}

/**
 * Letters and digits, with single marks between them ("U.S", "O'Neill", "Ada-Bek"), and what is invisible among them; any
 * other character is a word by itself.
 */
const WORD = /[\p{L}\p{N}\p{M}\p{Cf}]+(?:[.'’&-][\p{L}\p{N}\p{M}\p{Cf}]+)*|\S/gu;
const POSSESSIVE = /['’][sS]$/u;
const SPACE = /\s/u;

/** The words of a passage in order. A possessive "'s" is a word by itself, so that a name can end before it. */
export function splitWords(passage: string): readonly ModelWord[] {
  const words: ModelWord[] = [];
  for (const { 0: whole, index: start } of passage.matchAll(WORD)) {
    const end = start + whole.length;
    const cut = whole.length > 2 && POSSESSIVE.test(whole) ? end - 2 : end;
    const isSpaced = start === 0 || SPACE.test(passage.charAt(start - 1));
    words.push({ start, end: cut, text: passage.slice(start, cut), isSpaced });
    if (cut < end) words.push({ start: cut, end, text: passage.slice(cut, end), isSpaced: false });
  }
  return words;
}
