import { LETTER_CLASS, letterClass, widthOf } from '../../text/letter-class.ts';
import { createPieceMemo } from '../../text/piece-memo.ts';
import { stemWord } from './stem-word.ts';

/** A word of a text with its stem; `start`/`end` index the text and leave out a possessive ending. */
export interface TopicWord {
  readonly start: number;
  readonly end: number;
  readonly stem: string;
  /** False when more than a blank, hyphen or point stands before it: no phrase reaches over that. */
  readonly follows: boolean;
}

const APOSTROPHES = "'’";
const SPACES = /^\s+$/u;
/** Signs that may stand alone between two words of a phrase. */
const JOINTS = new Set([' ', '\n', '\u00a0', '-', '‑', '–', '.', '/', '&', '’', "'"]);
/** A word longer than this is no word. */
const MAX_WORD = 40;
/** A point behind a word this short is one of an abbreviation: "U.S. troops", "St. Louis". */
const MAX_ABBREVIATION = 2;

/** May a phrase reach over the gap `[from, to)`? The word before it begins at `word`. */
function joins(text: string, word: number, from: number, to: number): boolean {
  if (to - from === 1) return JOINTS.has(text[from] ?? '');
  const gap = text.slice(from, to);
  return SPACES.test(gap) || gap === ' & ' || (from - word <= MAX_ABBREVIATION && (gap === '. ' || gap === '.-'));
}

/** Where the code points from `at` on end whose class is `most` at most, but that of what is in no word. */
function skip(text: string, at: number, to: number, most: number): number {
  let end = at;
  while (end < to) {
    const found = letterClass(text, end, to);
    if (found === LETTER_CLASS.other || found > most) break;
    end += widthOf(text.charCodeAt(end));
  }
  return end;
}

/** Where the word that begins at `at` ends, with letters behind an apostrophe; `at` where none begins. */
function endOfWord(text: string, at: number, to: number): number {
  const first = letterClass(text, at, to);
  if (first === LETTER_CLASS.other || first === LETTER_CLASS.mark) return at;
  const end = skip(text, at, to, LETTER_CLASS.mark);
  if (end >= to || !APOSTROPHES.includes(text.charAt(end))) return end;
  const ending = skip(text, end + 1, to, LETTER_CLASS.letter);
  return ending > end + 1 ? ending : end;
}

/** End of a word without "'s". */
function trimPossessive(text: string, start: number, end: number): number {
  const isPossessive = end - start > 2 && text[end - 1] === 's' && APOSTROPHES.includes(text.charAt(end - 2));
  return isPossessive ? end - 2 : end;
}

/** The stem of a word as it is written. */
const stemSurface = createPieceMemo((surface) => stemWord(surface.toLowerCase()));

/** The words of `[from, to)` of a text in order. Linear. */
export function readWords(text: string, from: number, to: number): readonly TopicWord[] {
  const words: TopicWord[] = [];
  let word = from;
  let last = from;
  for (let start = from; start < to; start++) {
    const end = endOfWord(text, start, to);
    if (end > start && end - start <= MAX_WORD) {
      const trimmed = trimPossessive(text, start, end);
      const follows = words.length > 0 && joins(text, word, last, start);
      words.push({ start, end: trimmed, stem: stemSurface(text, start, trimmed), follows });
      word = start;
      last = end;
    }
    start = Math.max(start, end - 1);
  }
  return words;
}
