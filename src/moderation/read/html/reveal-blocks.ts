import type { CollectedPage } from './collect-blocks.ts';
import { orderBlocks } from './order-blocks.ts';
import type { PageBlock } from './page-block.ts';

/** Share of the letters of a page that no author hides: a script is to show them. */
const MAX_HIDDEN = 0.6;

function show({ hidden: _, ...block }: PageBlock): PageBlock {
  return block;
}

/**
 * A page most of which is hidden waits for its script: its blocks are shown, and `isRevealed` says so. What was hidden in
 * the middle of a line divides it then.
 */
export function revealBlocks(page: CollectedPage): { readonly page: CollectedPage; readonly isRevealed: boolean } {
  let all = 0;
  let hidden = 0;
  for (const block of page.blocks) {
    const own = block.letters - block.linkLetters;
    all += own;
    if (block.hidden !== undefined) hidden += own;
  }
  if (hidden <= all * MAX_HIDDEN) return { page, isRevealed: false };
  return { page: { ...page, blocks: orderBlocks(page.blocks.map(show)) }, isRevealed: true };
}
