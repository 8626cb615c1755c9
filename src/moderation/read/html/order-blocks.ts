import type { PageBlock, TextRun } from './page-block.ts';

interface PlacedRun {
  readonly run: TextRun;
  readonly block: PageBlock;
}

function isInOrder(blocks: readonly PageBlock[]): boolean {
  let end = 0;
  for (const { runs } of blocks) {
    for (const run of runs) {
      if (run.start < end) return false;
      end = run.end;
    }
  }
  return true;
}

/**
 * The blocks in the order of the source. A browser moves text that stands in a table outside of its cells to above the
 * table; each stretch of it becomes a block where it was written, so that a text always runs forward in its source. One of
 * white space alone is none.
 */
export function orderBlocks(blocks: readonly PageBlock[]): readonly PageBlock[] {
  if (isInOrder(blocks)) return blocks;
  const placed: PlacedRun[] = blocks.flatMap((block) => block.runs.map((run) => ({ run, block })));
  placed.sort((a, b) => a.run.start - b.run.start);
  const ordered: { block: PageBlock; runs: TextRun[] }[] = [];
  for (const { run, block } of placed) {
    const last = ordered.at(-1);
    if (last?.block === block) last.runs.push(run);
    else ordered.push({ block, runs: [run] });
  }
  const inked = ordered.filter(({ runs }) => runs.some(({ value }) => value.trim() !== ''));
  return inked.map(({ block, runs }) => (runs.length === block.runs.length ? block : { ...block, runs }));
}
