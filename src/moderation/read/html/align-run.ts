import { decodeHTML } from 'entities/decode';
import type { TextRun } from './page-block.ts';

/** A character reference at a place; names are at most 32 letters long. */
const REFERENCE = /&(?:#(?:[xX][0-9a-fA-F]{1,40}|[0-9]{1,40})|[A-Za-z][A-Za-z0-9]{0,40});?/y;

/** One or more characters and the place in the source that they stand for. */
export type Sink = (text: string, start: number, end: number, isSame: boolean) => void;

function readReference(source: string, at: number, value: string, from: number): { length: number; text: string } | undefined {
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(source)?.[0];
  if (match === undefined) return undefined;
  const decoded = decodeHTML(match);
  if (decoded === match || !value.startsWith(decoded, from)) return undefined;
  // "&notit" is "¬it": what follows the reference stands for itself.
  let kept = 0;
  while (kept < decoded.length - 1 && decoded.at(-1 - kept) === match.at(-1 - kept) && decoded.at(-1 - kept) !== ';') kept++;
  return { length: match.length - kept, text: decoded.slice(0, decoded.length - kept) };
}

const CDATA = '<![CDATA[';

/**
 * Length of what stands in the source and not in the text: a tag that opens nothing, a NUL, the line end after `<pre>`,
 * the marks around characters of a formula.
 */
function skipLength(source: string, at: number, end: number): number {
  if (source[at] !== '<') return 1;
  if (source.startsWith(CDATA, at)) return CDATA.length;
  const close = source.indexOf('>', at);
  return close < 0 || close >= end ? end - at : close + 1 - at;
}

/** What a browser reads as another character: a line end written with a carriage return, a NUL where one is not dropped. */
function readAnother(source: string, at: number, value: string, from: number): { length: number; text: string } | undefined {
  if (source[at] === '\r' && value[from] === '\n') return { length: source[at + 1] === '\n' ? 2 : 1, text: '\n' };
  return source[at] === '\0' && value[from] === '\ufffd' ? { length: 1, text: '\ufffd' } : undefined;
}

/** An end tag of nothing is no text, though its first sign may be the next one of the text. */
const EMPTY_TAG = '</>';

/** Characters that are the same in both; stops at what is none of the text, and at an ampersand that begins a reference. */
function matchLength(source: string, at: number, end: number, value: string, from: number): number {
  let length = 0;
  while (at + length < end && from + length < value.length && source[at + length] === value[from + length]) {
    const unit = source[at + length];
    if (unit === '&' && readReference(source, at + length, value, from + length)) break;
    if (unit === '<' && source.startsWith(EMPTY_TAG, at + length)) break;
    length++;
  }
  return length;
}

/** Walks a run and its source side by side: every character of the run goes to `sink` with its place, in order. Linear. */
export function alignRun(source: string, { value, start, end, isWhole }: TextRun, sink: Sink): void {
  // What stands there letter for letter has no references, even if it looks so: `<xmp>&amp;</xmp>`.
  if (end - start === value.length && source.startsWith(value, start)) {
    if (value !== '') sink(value, start, end, true);
    return;
  }
  if (isWhole) {
    sink(value, start, end, false);
    return;
  }
  let at = start;
  let from = 0;
  while (from < value.length && at < end) {
    const same = matchLength(source, at, end, value, from);
    if (same > 0) sink(value.slice(from, from + same), at, at + same, true);
    at += same;
    from += same;
    if (from >= value.length || at >= end) return;
    const other = source[at] === '&' ? readReference(source, at, value, from) : readAnother(source, at, value, from);
    const length = other?.length ?? skipLength(source, at, end);
    if (other) sink(other.text, at, at + length, false);
    at += length;
    from += other?.text.length ?? 0;
  }
}
