import type { DocumentBlock } from '../../model/document.ts';
import type { Span } from '../../model/span.ts';
import { measureWrap } from '../../text/measure-wrap.ts';
import { splitLines } from '../../text/split-lines.ts';
import type { LineEnd } from './line-end.ts';

/** UTF-16 code units of the part of a word that is looked at. */
const MAX_PART = 40;
const LEFT = /([\p{L}\p{M}\p{N}'’-]{1,40})[-\u2010\u00ad]$/u;
/** With what is joined to it by further hyphens. */
const RIGHT = /^[\p{L}\p{M}\p{N}'’](?:[\p{L}\p{M}\p{N}'’]|-(?=[\p{L}\p{N}])){0,39}/u;
const LINE_BREAK = /[\n-\r\u0085\u2028\u2029]/u;

/** The ends of the lines of a paragraph that was, or may have been, broken at a column, with its width. */
export interface BrokenParagraph {
  readonly width: number;
  /** Whether the lines themselves show that they are prose; else they only may be. */
  readonly isProse: boolean;
  readonly ends: readonly LineEnd[];
}

function toLineEnd(text: string, line: Span, next: Span, shift: number): LineEnd {
  const span = { start: line.end + shift, end: next.start + shift };
  const left = LEFT.exec(text.slice(Math.max(line.start, line.end - MAX_PART), line.end))?.[1];
  const right = RIGHT.exec(text.slice(next.start, Math.min(next.end, next.start + MAX_PART)))?.[0];
  return left === undefined || right === undefined ? { ...span, left: '', right: '' } : { ...span, left, right };
}

/** Reads a block as a paragraph that was broken at a column; nothing when it cannot be one. Linear. */
export function readLineEnds(block: DocumentBlock): BrokenParagraph | undefined {
  const { text, role, start } = block;
  if (role === 'code' || role === 'table' || !LINE_BREAK.test(text)) return undefined;
  const [lines = [], ...others] = splitLines(text);
  const wrap = others.length > 0 ? undefined : measureWrap(text, lines);
  if (!wrap?.isLikely) return undefined;
  const ends = lines.flatMap((line, at) => {
    const next = lines[at + 1];
    return next ? [toLineEnd(text, line, next, start)] : [];
  });
  return { width: wrap.width, isProse: wrap.isProse, ends };
}
