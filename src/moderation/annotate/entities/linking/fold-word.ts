import { createWordMemo } from '../../../text/word-memo.ts';

const MARKS = /\p{M}/gu;
const DROPPED = /[.'’‘`´ʼ\u00ad-]/gu;
/** Letters that carry their mark inside and so do not come apart under NFKD. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
};
const LETTER = /[øłđðþßæœıħ]/gu;

function fold(word: string): string {
  const lower = word.normalize('NFKD').replaceAll(MARKS, '').replaceAll(DROPPED, '').toLowerCase();
  return lower.replaceAll(LETTER, (letter) => LETTERS[letter] ?? letter);
}

/** A word without case, marks, full stops, hyphens and apostrophes: "Zurbarán" and "ZURBARAN" are "zurbaran", "U.S." is "us". */
export const foldWord: (word: string) => string = createWordMemo(fold);
