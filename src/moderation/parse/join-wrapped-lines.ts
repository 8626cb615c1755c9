import type { Span } from '../model/span.ts';

/** Columns: e-mail and plain-text files are wrapped somewhere between these. */
const MIN_WRAP = 40;
const MAX_WRAP = 120;

const LIST_MARKER = /^(?:[-*•‣▪–—>]|\d{1,3}[.)])\s/u;

function firstWordLength(text: string, line: Span): number {
  let at = line.start;
  while (at < line.end && text.charCodeAt(at) > 0x20) at++;
  return at - line.start;
}

function countSpaces(text: string, line: Span): number {
  let spaces = 0;
  for (let at = line.start; at < line.end && at - line.start <= MAX_WRAP; at++) if (text[at] === ' ') spaces++;
  return spaces;
}

function startsLower(text: string, line: Span): boolean {
  return /^\p{Ll}/u.test(text.slice(line.start, line.start + 2));
}

/** A line filled as a text editor fills it: the next line's first word would not have fitted. */
function isFilled(text: string, line: Span, next: Span, width: number): boolean {
  return line.end - line.start + 1 + firstWordLength(text, next) > width && countSpaces(text, line) >= 3;
}

function isWrapped(text: string, lines: readonly Span[]): boolean {
  let width = 0;
  for (const line of lines) width = Math.max(width, line.end - line.start);
  if (lines.length < 2 || width < MIN_WRAP || width > MAX_WRAP) return false;
  for (const [index, line] of lines.entries()) {
    if (LIST_MARKER.test(text.slice(line.start, line.start + 5))) return false;
    const next = lines[index + 1];
    if (next && !isFilled(text, line, next, width)) return false;
  }
  const second = lines[1];
  return lines.length > 2 || (second !== undefined && startsLower(text, second));
}

/** One span for a group of lines that are one wrapped paragraph; otherwise one for each line. */
export function joinWrappedLines(text: string, lines: readonly Span[]): readonly Span[] {
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last || !isWrapped(text, lines)) return lines;
  return [{ start: first.start, end: last.end }];
}
