import { stemWord } from './stem-word.ts';

/** A word of a text with its stem; `start`/`end` index the text and leave out a possessive ending. */
export interface TopicWord {
  readonly start: number;
  readonly end: number;
  readonly stem: string;
  /** False when more than a blank, hyphen or point stands before it: no phrase reaches over that. */
  readonly follows: boolean;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(['’]\p{L}+)?/gu;
const POSSESSIVE = /^['’]s$/u;
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

/** The words of `[from, to)` of a text in order; `stems` keeps stems for the next call. Linear. */
export function readWords(text: string, from: number, to: number, stems = new Map<string, string>()): readonly TopicWord[] {
  const words: TopicWord[] = [];
  const part = from === 0 && to === text.length ? text : text.slice(from, to);
  let word = from;
  let last = from;
  WORD.lastIndex = 0;
  for (let match = WORD.exec(part); match; match = WORD.exec(part)) {
    const [whole, ending] = match;
    if (whole.length > MAX_WORD) continue;
    const start = from + match.index;
    const surface = ending !== undefined && POSSESSIVE.test(ending) ? whole.slice(0, -2) : whole;
    let stem = stems.get(surface);
    if (stem === undefined) {
      stem = stemWord(surface.toLowerCase());
      stems.set(surface, stem);
    }
    const follows = words.length > 0 && joins(text, word, last, start);
    words.push({ start, end: start + surface.length, stem, follows });
    word = start;
    last = start + whole.length;
  }
  return words;
}
