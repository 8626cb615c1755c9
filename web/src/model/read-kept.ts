import type { Piece } from './cut-pieces.ts';
import type { Change } from './find-change.ts';

interface Run {
  readonly at: number;
  readonly source: number;
  readonly length: number;
  /** Of a text that is not the original's: it is taken whole or not at all. */
  readonly sourceEnd: number | null;
}

/** The cleaned text of some pieces, and where in the original it stands. */
export interface KeptText {
  readonly text: string;
  readonly runs: readonly Run[];
}

/** What stands in the cleaned text of these pieces. */
export function readKept(pieces: readonly Piece[], original: string): KeptText {
  const runs: Run[] = [];
  let text = '';
  for (const { kind, start, end, replacement, editEnd } of pieces) {
    const part = kind === 'kept' ? original.slice(start, end) : replacement;
    if (part !== '')
      runs.push({ at: text.length, source: start, length: part.length, sourceEnd: kind === 'kept' ? null : editEnd });
    text += part;
  }
  return { text, runs };
}

/** The same change with at least one character to stand on: an amendment has no empty span. */
function widen(text: string, change: Change): Change {
  if (change.start < change.end || text === '') return change;
  const isPair = (at: number) => text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) <= 0xdfff;
  if (change.start > 0) {
    const start = change.start - (isPair(change.start - 1) && change.start > 1 ? 2 : 1);
    return { ...change, start, text: text.slice(start, change.end) + change.text };
  }
  const end = change.end + (isPair(change.end + 1) ? 2 : 1);
  return { ...change, end, text: change.text + text.slice(change.end, end) };
}

/** A change of the kept text as one of the original. Text that is not the original's goes with it as a whole. `null` where nothing is kept. */
export function toSource({ text, runs }: KeptText, wanted: Change): Change | null {
  const change = widen(text, wanted);
  const touched = runs.filter(({ at, length }) => at < change.end && at + length > change.start);
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last) return null;
  const from = first.sourceEnd === null ? Math.max(change.start, first.at) : first.at;
  const to = last.sourceEnd === null ? Math.min(change.end, last.at + last.length) : last.at + last.length;
  return {
    start: first.source + (from - first.at),
    end: last.sourceEnd ?? last.source + (to - last.at),
    text: text.slice(from, change.start) + change.text + text.slice(change.end, to),
  };
}
