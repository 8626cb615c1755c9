import type { Block } from '../model/block.ts';

/** Blocks in order, list items that stand next to each other as one group; every other block is a group of one. */
export function groupListItems(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (last && block.kind === 'list_item' && last[0]?.kind === 'list_item') last.push(block);
    else groups.push([block]);
  }
  return groups;
}
