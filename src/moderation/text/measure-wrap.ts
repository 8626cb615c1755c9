import type { Span } from '../model/span.ts';
import { isFilledLine } from './is-filled-line.ts';

/** What speaks for lines being one paragraph that was broken at a column. */
export interface Wrap {
  /** UTF-16 code units of the longest line. */
  readonly width: number;
  /** Every line is full: the first word of the next would not have fitted. */
  readonly isFilled: boolean;
  /** The lines break in the middle of sentences and even of words, as those of no poem, list or table do. */
  readonly isProse: boolean;
}

/** Columns: e-mail and plain-text files are wrapped somewhere between these. */
const MIN_WRAP = 40;
const MAX_WRAP = 120;
/** Columns of print, where words are divided at the end of lines. */
const MIN_PRINT_WRAP = 24;
/** Lines of print end where the letters end, not the columns: none but the last is shorter than this share of the longest. */
const RAGGED_SHARE = 0.7;
const MIN_RAGGED_WRAP = 60;
const MIN_RAGGED_LINES = 4;

const LIST_MARKER = /^(?:[-*•‣▪–—>]|\d{1,3}[.)])\s/u;
const LETTER = /^\p{L}/u;
const WORD = /^[\p{L}\p{N}]/u;
const LOWER = /^\p{Ll}/u;
const UPPER = /^[\p{Lu}\p{Lt}]/u;
/** The end of a line in the middle of a sentence: a word, or a hyphen that divides one. */
const OPEN_END = /[\p{L}\p{M}\p{N}]$/u;
const DIVIDED_END = /[\p{L}\p{N}][-\u2010\u00ad]$/u;
/** Columns of a table or a listing: tabs, bars, and gaps that follow no sentence. */
const COLUMNS = /\t|\||[^.!?:…"”)\s]\s\s|\s\s\s/u;
/** How a paragraph ends; the last item of a list without marks does not. */
const SENTENCE_END = /[.!?…:。！？؟।][\])"'”’»]?$/u;
/** Ends of lines that a list without marks, each item as long as the column, does not reach. */
const MANY_ENDS = 5;
const CODE_END = /[{};]$/u;

const startOf = (text: string, line: Span): string => text.slice(line.start, line.start + 2);
const endOf = (text: string, line: Span): string => text.slice(Math.max(line.start, line.end - 2), line.end);

/** The ends of all lines but the last, by what they say about the text. */
interface Ends {
  readonly count: number;
  /** A word is divided here. */
  readonly divided: number;
  /** A sentence goes on in lower case, or in a script that has none. */
  readonly goesOn: number;
  /** No sign ends the line, though a capital or a figure begins the next. */
  readonly open: number;
}

function readEnds(text: string, lines: readonly Span[]): Ends {
  const ends = { count: lines.length - 1, divided: 0, goesOn: 0, open: 0 };
  for (let at = 0; at + 1 < lines.length; at++) {
    const [line, next] = [lines[at], lines[at + 1]];
    if (!line || !next) break;
    const [end, start] = [endOf(text, line), startOf(text, next)];
    if (DIVIDED_END.test(end) && WORD.test(start)) ends.divided++;
    else if (LOWER.test(start) || (LETTER.test(start) && !UPPER.test(start) && OPEN_END.test(end))) ends.goesOn++;
    else if (OPEN_END.test(end)) ends.open++;
  }
  return ends;
}

function isClosed(text: string, lines: readonly Span[], { count, divided }: Ends): boolean {
  const last = lines.at(-1);
  return divided > 0 || count >= MANY_ENDS || (last !== undefined && SENTENCE_END.test(endOf(text, last)));
}

function isTable(text: string, lines: readonly Span[]): boolean {
  return lines.some(({ start, end }) => {
    const line = text.slice(start, end);
    return COLUMNS.test(line) || CODE_END.test(line);
  });
}

/** A single end of a line tells only when the line is long: two short lines in lower case may be a list. */
function isSentence(width: number, { count, divided, goesOn, open }: Ends): boolean {
  if (count === 1 && divided === 0 && width < MIN_RAGGED_WRAP) return false;
  return divided + goesOn > 0 && 2 * (divided + goesOn) + open >= count;
}

/** Is every line but the last of about the same length, or does it divide a word? */
function isEven(text: string, lines: readonly Span[], width: number): boolean {
  return lines.slice(0, -1).every((line) => line.end - line.start >= width * RAGGED_SHARE || DIVIDED_END.test(endOf(text, line)));
}

/** Lines of print are of about one length; divided words or long lines in lower case show that they are no verses. */
function isPrint(lines: readonly Span[], width: number, { count, divided, goesOn, open }: Ends): boolean {
  if (divided > 0) return width >= MIN_PRINT_WRAP && divided + goesOn + open >= count * RAGGED_SHARE;
  return (
    width >= MIN_RAGGED_WRAP && lines.length >= MIN_RAGGED_LINES && goesOn >= count * RAGGED_SHARE && goesOn + open === count
  );
}

/**
 * Measures adjacent lines; nothing when they cannot be one paragraph: a single line, lines of a list, lines too short or too
 * long to have been wrapped. `minWidth`: columns of the lines around them. Linear.
 */
export function measureWrap(text: string, lines: readonly Span[], minWidth = 0): Wrap | undefined {
  let width = minWidth;
  for (const line of lines) width = Math.max(width, line.end - line.start);
  if (lines.length < 2 || width < MIN_PRINT_WRAP || width > MAX_WRAP) return undefined;
  if (lines.some(({ start }) => LIST_MARKER.test(text.slice(start, start + 5)))) return undefined;
  const isFull = width >= MIN_WRAP && lines.every((line, at) => isLastOrFilled(text, line, lines[at + 1], width));
  const ends = readEnds(text, lines);
  const isBroken = (isFull && isSentence(width, ends)) || (isEven(text, lines, width) && isPrint(lines, width, ends));
  const isProse = isBroken && isClosed(text, lines, ends) && !isTable(text, lines);
  return { width, isFilled: isFull && (lines.length > 2 || ends.goesOn + ends.divided > 0), isProse };
}

function isLastOrFilled(text: string, line: Span, next: Span | undefined, width: number): boolean {
  return next === undefined || isFilledLine(text, line, next, width);
}
