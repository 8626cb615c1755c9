import type { Edit } from '../moderation/model/edit.ts';
import type { Span } from '../moderation/model/span.ts';

/** Of a span: code units that are not white space, and how many of them an edit took out. */
export interface Loss {
  readonly characters: number;
  readonly lost: number;
}

function markRemoved(length: number, edits: readonly Edit[]): Uint8Array {
  const removed = new Uint8Array(length);
  for (const { start, end, replacement } of edits) if (replacement.trim() === '') removed.fill(1, start, end);
  return removed;
}

/** Prepares a text and its edits; the function given back costs the same for every span. Repairs are no loss. */
export function measureLoss(text: string, edits: readonly Edit[]): (span: Span) => Loss {
  const removed = markRemoved(text.length, edits);
  const characters = new Int32Array(text.length + 1);
  const lost = new Int32Array(text.length + 1);
  for (let at = 0; at < text.length; at++) {
    const visible = /\s/u.test(text[at] ?? '') ? 0 : 1;
    characters[at + 1] = (characters[at] ?? 0) + visible;
    lost[at + 1] = (lost[at] ?? 0) + visible * (removed[at] ?? 0);
  }
  const between = (sums: Int32Array, { start, end }: Span): number => (sums[end] ?? 0) - (sums[start] ?? 0);
  return (span) => ({ characters: between(characters, span), lost: between(lost, span) });
}
