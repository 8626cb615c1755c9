import type { Span } from '../model/span.ts';

/** Spaces of a line of words; a line without them is a row of something else. */
const MIN_SPACES = 3;
/** UTF-16 code units; no line that a program filled is longer. */
const MAX_LINE = 120;

function firstWordLength(text: string, line: Span): number {
  let at = line.start;
  while (at < line.end && text.charCodeAt(at) > 0x20) at++;
  return at - line.start;
}

function countSpaces(text: string, line: Span): number {
  let spaces = 0;
  for (let at = line.start; at < line.end && at - line.start <= MAX_LINE; at++) if (text[at] === ' ') spaces++;
  return spaces;
}

/** A line filled as a text editor fills it: the next line's first word would not have fitted into `width` columns. */
export function isFilledLine(text: string, line: Span, next: Span, width: number): boolean {
  return line.end - line.start + 1 + firstWordLength(text, next) > width && countSpaces(text, line) >= MIN_SPACES;
}
