import type { LayoutBlock } from '../model/layout-block.ts';
import type { Draft } from './draft.ts';

/** Blocks of the original as they stand in the draft; one of which nothing is left is gone. Linear. */
export function placeLayout(draft: Draft, layout: readonly LayoutBlock[]): readonly LayoutBlock[] {
  const placed: LayoutBlock[] = [];
  let index = 0;
  for (const block of layout) {
    while ((draft.pieces[index]?.source ?? Number.POSITIVE_INFINITY) < block.start) index++;
    const first = draft.pieces[index];
    let last = first;
    while ((draft.pieces[index]?.source ?? Number.POSITIVE_INFINITY) < block.end) last = draft.pieces[index++];
    if (first && last && first.source < block.end) placed.push({ ...block, start: first.at, end: last.at + last.length });
  }
  return placed;
}
