import type { Span } from '../model/span.ts';

const NEXT_LINE = 0x85;

/** Controls of one byte, and letters that stand for the first byte of a character where UTF-8 was decoded wrongly. */
function isSuspicious(unit: number): boolean {
  return unit >= 0x80 && unit <= 0x17f && unit !== NEXT_LINE;
}

function endsLine(unit: number): boolean {
  return Number.isNaN(unit) || (unit >= 0x0a && unit <= 0x0d);
}

/**
 * NEL where it stands as a line break does: between plain characters. Elsewhere it is a byte of a text that was decoded
 * wrongly: the ellipsis of Windows-1252, behind a word or before a space, or a part of a character of UTF-8.
 */
function isNextLine(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  if (isSuspicious(before) || (after >= 0x80 && after <= 0x9f && after !== NEXT_LINE)) return false;
  return endsLine(after) ? !/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) : !isBlank(before) && !isBlank(after);
}

function isLineBreak(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  // Nearly all are plain characters.
  if (unit > 0x0d && unit < NEXT_LINE) return false;
  if (unit === NEXT_LINE) return isNextLine(text, at);
  return (unit >= 0x0a && unit <= 0x0d) || unit === 0x2028 || unit === 0x2029;
}

function isBlank(unit: number): boolean {
  return (
    unit === 0x20 || unit === 0x09 || unit === 0xa0 || unit === 0xfeff || (unit > 0x7f && /\s/u.test(String.fromCharCode(unit)))
  );
}

function trimSpan(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

/**
 * Groups of adjacent lines: a group ends at a blank line. Spans are trimmed and never empty.
 * LF, CR, CRLF, VT, FF, NEL and the Unicode separators all end a line.
 */
export function splitLines(text: string): readonly (readonly Span[])[] {
  const groups: Span[][] = [];
  let group: Span[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !isLineBreak(text, at)) continue;
    const line = trimSpan(text, start, at);
    if (line.end > line.start) group.push(line);
    else if (group.length > 0) {
      groups.push(group);
      group = [];
    }
    if (text.charCodeAt(at) === 0x0d && text.charCodeAt(at + 1) === 0x0a) at++;
    start = at + 1;
  }
  if (group.length > 0) groups.push(group);
  return groups;
}
