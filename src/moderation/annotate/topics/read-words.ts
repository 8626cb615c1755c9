import { stemWord } from './stem-word.ts';

/** A word of a text with its stem; `start`/`end` index the text and leave out a possessive ending. */
export interface TopicWord {
  readonly start: number;
  readonly end: number;
  readonly stem: string;
  /** False when more than a blank, hyphen or point stands before it: no phrase reaches over that. */
  readonly follows: boolean;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’]\p{L}+)?/gu;
const POSSESSIVE = /['’]s?$/u;
const SPACES = /^\s+$/u;
const JOINTS = new Set(['-', '‑', '–', '.', '/', '&', '’', "'"]);
/** A word longer than this is no word. */
const MAX_WORD = 40;

/** May a phrase reach over the gap `[from, to)`? The word before it begins at `word`. */
function joins(text: string, word: number, from: number, to: number): boolean {
  if (to - from === 1) return text[from] === ' ' || JOINTS.has(text[from] ?? '') || SPACES.test(text[from] ?? '');
  const gap = text.slice(from, to);
  return SPACES.test(gap) || gap === ' & ' || (from - word <= 2 && (gap === '. ' || gap === '.-'));
}

/** The words of `[from, to)` of a text in order. Linear. */
export function readWords(text: string, from: number, to: number): readonly TopicWord[] {
  const words: TopicWord[] = [];
  let last = from;
  const part = text.slice(from, to);
  const stems = new Map<string, string>();
  for (const match of part.matchAll(WORD)) {
    const [whole] = match;
    const start = from + match.index;
    const end = start + whole.replace(POSSESSIVE, '').length;
    if (whole.length > MAX_WORD) continue;
    const surface = text.slice(start, end);
    let stem = stems.get(surface);
    if (stem === undefined) {
      stem = stemWord(surface.toLowerCase());
      stems.set(surface, stem);
    }
    words.push({ start, end, stem, follows: words.length > 0 && joins(text, words.at(-1)?.start ?? from, last, start) });
    last = start + whole.length;
  }
  return words;
}
