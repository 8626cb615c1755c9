import type { Document, DocumentBlock } from '../moderation/model/document.ts';
import type { Span } from '../moderation/model/span.ts';
import { splitSentences } from '../moderation/text/split-sentences.ts';

/** What of a span a rule can be made from: rows of one block, and the text that a match would take. */
export interface ChosenSpan {
  readonly block: DocumentBlock;
  /** The block when the span has all of its words, else the sentence that has most of them. */
  readonly scope: 'block' | 'sentence';
  /** Rows `[from, to)` of the document's tokens. */
  readonly from: number;
  readonly to: number;
  /** What a match takes. */
  readonly taken: Span;
}

/** An example is no longer than this; so a longer block is looked at by the sentence. */
const MOST_TAKEN = 2000;

/** Rows of a block that touch a span. */
function rowsIn(
  { tokens }: Document,
  block: DocumentBlock,
  { start, end }: Span,
): { readonly from: number; readonly to: number } {
  let from = block.tokenStart;
  while (from < block.tokenEnd && (tokens.ends[from] ?? 0) <= start) from++;
  let to = from;
  while (to < block.tokenEnd && (tokens.starts[to] ?? 0) < end) to++;
  return { from, to };
}

/** The one with most rows; nothing when none has any. */
function most<T extends { readonly from: number; readonly to: number }>(candidates: readonly T[]): T | undefined {
  const best = candidates.reduce<T | undefined>(
    (one, other) => (one && one.to - one.from >= other.to - other.from ? one : other),
    undefined,
  );
  return best && best.to > best.from ? best : undefined;
}

function chooseSentence(document: Document, block: DocumentBlock, span: Span): ChosenSpan | undefined {
  const candidates = splitSentences(document.text, block.start, block.end).map(({ start, end }) => {
    const part = { start: Math.max(start, span.start), end: Math.min(end, span.end) };
    return { block, scope: 'sentence' as const, ...rowsIn(document, block, part), taken: { start, end } };
  });
  return most(candidates.filter(({ taken }) => taken.start < span.end && taken.end > span.start));
}

/** Chooses the block, or the sentence, that has most words of a span; `undefined` when it has no word. */
export function chooseSpan(document: Document, span: Span): ChosenSpan | undefined {
  const rows = document.blocks
    .filter((block) => block.role !== 'title' && block.role !== 'code' && block.start < span.end && block.end > span.start)
    .map((block) => ({ block, ...rowsIn(document, block, span) }));
  const chosen = most(rows);
  if (!chosen) return undefined;
  const { block, from, to } = chosen;
  const isWhole = from === block.tokenStart && to === block.tokenEnd && block.end - block.start <= MOST_TAKEN;
  if (isWhole) return { block, scope: 'block', from, to, taken: { start: block.start, end: block.end } };
  return chooseSentence(document, block, span);
}
