import type { Span } from '../../model/span.ts';
import type { SharedBlock } from './compare-block.ts';

/** A stretch of blocks that stand in the same order in another article. */
export interface SharedRun {
  /** In the document. */
  readonly own: Span;
  /** In the original of the other article. */
  readonly other: Span;
}

/** Stretches that are told one by one; more are told as one with the last of them. */
const MAX_RUNS = 20;

function goesOn(before: SharedBlock, next: SharedBlock): boolean {
  return next.own.block.index === before.own.block.index + 1 && next.paragraph === before.paragraph + 1;
}

const cover = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) });

/** Joins shared blocks, in reading order, to stretches. */
export function joinRuns(blocks: readonly SharedBlock[]): readonly SharedRun[] {
  const runs: SharedRun[] = [];
  let before: SharedBlock | undefined;
  for (const block of blocks) {
    const { start, end } = block.own.block;
    const last = runs.at(-1);
    if (last && before && (goesOn(before, block) || runs.length === MAX_RUNS)) {
      runs[runs.length - 1] = { own: cover(last.own, { start, end }), other: cover(last.other, block.place) };
    } else runs.push({ own: { start, end }, other: block.place });
    before = block;
  }
  return runs;
}
