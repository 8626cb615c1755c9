import type { Span } from '../model/span.ts';
import { lowerBound } from '../text/lower-bound.ts';

/** The lines of a text without their ends (LF, CRLF or CR). A line end at the end of the text opens no further line. */
export interface LineIndex {
  readonly lines: readonly Span[];
  /** Line and column, both from 1; a column counts UTF-16 code units. An offset in a line end belongs to its line. */
  readonly locate: (offset: number) => { readonly line: number; readonly column: number };
}

const LINE_END = /\r\n|\n|\r/gu;

/** Indexes the lines of a text: linear once, then a look-up costs the logarithm of their number. */
export function indexLines(text: string): LineIndex {
  const lines: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(LINE_END)) {
    lines.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  if (start < text.length) lines.push({ start, end: text.length });
  const starts = Float64Array.from(lines, (line) => line.start);
  const locate = (offset: number): { readonly line: number; readonly column: number } => {
    const at = Math.max(0, lowerBound(starts, starts.length, offset + 1) - 1);
    return { line: at + 1, column: offset - (starts[at] ?? 0) + 1 };
  };
  return { lines, locate };
}
