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
  /** Nothing speaks against prose; a verse or a list that happens to fill its lines looks the same. Lines around it tell. */
  readonly isLikely: boolean;
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
/** Ends of lines that need no sentence end behind the last. */
const MANY_ENDS = 5;
/** A sentence that ends inside a line; shorter words before the point are abbreviations and titles. */
const INNER_END =
  /(?:\p{Ll}{4}|\p{N}{4}|["”’»)\]])[.!?…]["”’»)\]]?\s["“„‘«(]?[\p{Lu}\p{Lt}]|[\p{Lo}\p{M}]{3}[.!?…؟।۔]["”’»)]?\s["“„‘«(]?\p{Lo}|[。！？]\p{Lo}/u;
/** A pause of a sentence inside a line, and one at its end. */
const PAUSES = /[,;:،؛、，][”"’»)]?\s|\s[–—-]\s/gu;
const PAUSE_END = /[,;:،؛、，.!?…–—]["”’»)]?$/u;
const SPEAKER = /^[\p{L}\p{M}\p{N}_.-]{1,20}:\s/u;
const NUMBER_END = /\p{N}$/u;
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

/** What the inside of the lines says about the text. */
interface Signs {
  /** A sentence ends inside a line. */
  readonly hasInnerEnd: boolean;
  /** Sentences pause inside lines rather than at their ends, and not once in every line, as verses and items of a list do. */
  readonly hasPauses: boolean;
}

function readSigns(text: string, lines: readonly Span[]): Signs {
  let [inside, atEnd, once] = [0, 0, 0];
  let hasInnerEnd = false;
  for (const [at, span] of lines.entries()) {
    const line = text.slice(span.start, span.end);
    const pauses = line.match(PAUSES)?.length ?? 0;
    inside += pauses;
    if (pauses === 1) once++;
    if (at + 1 < lines.length && PAUSE_END.test(line.slice(-2))) atEnd++;
    hasInnerEnd ||= INNER_END.test(line);
  }
  return { hasInnerEnd, hasPauses: inside > 0 && atEnd <= inside && once < lines.length };
}

function endsSentence(text: string, lines: readonly Span[]): boolean {
  const last = lines.at(-1);
  return last !== undefined && SENTENCE_END.test(endOf(text, last));
}

function isTable(text: string, lines: readonly Span[]): boolean {
  return lines.some(({ start, end }) => {
    const line = text.slice(start, end);
    return COLUMNS.test(line) || CODE_END.test(line);
  });
}

/** Do most lines begin with a name and a colon, as in a chat, or end in a number, as in a table of contents? */
function areItems(text: string, lines: readonly Span[]): boolean {
  const items = lines.filter(
    ({ start, end }) => SPEAKER.test(text.slice(start, end)) || NUMBER_END.test(endOf(text, { start, end })),
  );
  return items.length > 1 && 2 * items.length >= lines.length;
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

/** Lines of print are of about one length; divided words, or sentences that end inside long lines, show that they are no verses. */
function isPrint(lines: readonly Span[], width: number, { count, divided, goesOn, open }: Ends): boolean {
  if (divided > 0) return width >= MIN_PRINT_WRAP && divided + goesOn + open >= count * RAGGED_SHARE;
  return (
    width >= MIN_RAGGED_WRAP && lines.length >= MIN_RAGGED_LINES && goesOn >= count * RAGGED_SHARE && goesOn + open === count
  );
}

type Verdict = Pick<Wrap, 'isProse' | 'isLikely'>;
const NONE: Verdict = { isProse: false, isLikely: false };

/** Lines are joined on evidence only: sentences that end inside lines, in filled lines pauses inside them. A hyphen may be a dash. */
function judge(text: string, lines: readonly Span[], width: number, isFull: boolean, ends: Ends): Verdict {
  const isFilled = isFull && isSentence(width, ends);
  if (!isFilled && !(isEven(text, lines, width) && isPrint(lines, width, ends))) return NONE;
  if (isTable(text, lines) || areItems(text, lines)) return NONE;
  const isClosed = endsSentence(text, lines);
  const { hasInnerEnd, hasPauses } = readSigns(text, lines);
  const isProse = hasInnerEnd ? isClosed || ends.divided > 0 || ends.count >= MANY_ENDS : isFilled && isClosed && hasPauses;
  return { isProse, isLikely: isProse || (isFilled && isClosed) };
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
  return {
    width,
    isFilled: isFull && (lines.length > 2 || ends.goesOn + ends.divided > 0),
    ...judge(text, lines, width, isFull, ends),
  };
}

function isLastOrFilled(text: string, line: Span, next: Span | undefined, width: number): boolean {
  return next === undefined || isFilledLine(text, line, next, width);
}
