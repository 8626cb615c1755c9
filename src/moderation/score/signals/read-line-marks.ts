import type { Span } from '../../model/span.ts';
import { CLASS_DIGIT, CLASS_LETTER, characterClass } from '../../text/character-class.ts';
import { isUpperCase } from '../../text/is-upper-case.ts';

/** What is counted in a line character by character; a character is a UTF-16 code unit. */
export interface LineMarks {
  /** Characters that are not white space. */
  readonly visible: number;
  readonly capitals: number;
  readonly digits: number;
  /** Hash signs. */
  readonly hashes: number;
  /** "…", and three full stops in a row. */
  readonly ellipses: number;
  /** Opening curly brackets. */
  readonly brackets: number;
  /** Characters of the longest run without white space. */
  readonly longestRun: number;
  /** Ends of sentences. */
  readonly sentences: number;
}

const FULL_STOP = 0x2e;
const ELLIPSIS = 0x2026;
const HASH = 0x23;
const BRACKET = 0x7b;
const MARKS = '.!?…。！？';
/** Marks of scripts that put no space after a sentence. */
const UNSPACED_MARKS = '。！？';
const CLOSERS = '"\'”’)]»」』';
const MAX_CLOSERS = 3;

function isSpace(unit: number): boolean {
  if (unit < 0x1680) return unit <= 0x20 || unit === 0xa0 || unit === 0x85;
  return (
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000 ||
    unit === 0xfeff
  );
}

function isDigit(unit: number): boolean {
  return unit < 0x80 ? unit >= 0x30 && unit <= 0x39 : characterClass(unit) === CLASS_DIGIT;
}

function isMark(unit: number): boolean {
  return unit === FULL_STOP || unit === 0x21 || unit === 0x3f || (unit > 0x2000 && MARKS.includes(String.fromCharCode(unit)));
}

function isLetter(text: string, at: number, start: number): boolean {
  return at >= start && characterClass(text.charCodeAt(at)) === CLASS_LETTER;
}

/** An initial, as in "J. Arkley": one letter and a full stop. */
function isInitial(text: string, at: number, start: number): boolean {
  return text.charCodeAt(at) === FULL_STOP && isLetter(text, at - 1, start) && !isLetter(text, at - 2, start);
}

/** True when the mark at `at` is followed by closing quotes or brackets, if any, and then by white space or the end. */
function endsSentence(text: string, at: number, { start, end }: Span): boolean {
  if (UNSPACED_MARKS.includes(text.charAt(at))) return true;
  let after = at + 1;
  while (after < end && after <= at + MAX_CLOSERS && CLOSERS.includes(text.charAt(after))) after++;
  return after === end || (isSpace(text.charCodeAt(after)) && !isInitial(text, at, start));
}

function countSentences(text: string, span: Span): number {
  let sentences = 0;
  for (let at = span.start; at < span.end; at++) {
    if (!isMark(text.charCodeAt(at)) || (at + 1 < span.end && isMark(text.charCodeAt(at + 1)))) continue;
    if (endsSentence(text, at, span)) sentences++;
  }
  return sentences;
}

/** Counts the characters of a line; one pass, and a second for its sentences. */
export function readLineMarks(text: string, span: Span): LineMarks {
  const marks = { visible: 0, capitals: 0, digits: 0, hashes: 0, ellipses: 0, brackets: 0, longestRun: 0 };
  let run = 0;
  let stops = 0;
  for (let at = span.start; at < span.end; at++) {
    const unit = text.charCodeAt(at);
    run = isSpace(unit) ? 0 : run + 1;
    stops = unit === FULL_STOP ? stops + 1 : 0;
    if (run > 0) marks.visible++;
    if (run > marks.longestRun) marks.longestRun = run;
    if (isUpperCase(unit)) marks.capitals++;
    else if (isDigit(unit)) marks.digits++;
    else if (unit === HASH) marks.hashes++;
    else if (unit === BRACKET) marks.brackets++;
    else if (unit === ELLIPSIS || stops === 3) {
      marks.ellipses++;
      stops = 0;
    }
  }
  return { ...marks, sentences: countSentences(text, span) };
}
