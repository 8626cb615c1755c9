import { describe, expect, it } from 'vitest';
import { orderBlocks } from '../../../../src/moderation/read/html/order-blocks.ts';
import type { PageBlock } from '../../../../src/moderation/read/html/page-block.ts';

const element = { index: 0, parent: undefined, tag: 'body', attributes: new Map() };

function block(...runs: readonly (readonly [value: string, start: number])[]): PageBlock {
  const placed = runs.map(([value, start]) => ({ value, start, end: start + value.length }));
  return { kind: 'paragraph', element, runs: placed, letters: 1, linkLetters: 0, links: 0, level: 0 };
}

const tell = (blocks: readonly PageBlock[]) => blocks.map(({ runs }) => runs.map(({ value }) => value).join('|'));

describe('orderBlocks', () => {
  it('leaves blocks in order as they are', () => {
    const blocks = [block(['a', 0], ['b', 5]), block(['c', 9])];
    expect(orderBlocks(blocks)).toBe(blocks);
  });

  it.each([
    ['puts what was moved back to its place', [block(['b', 5]), block(['a', 0])], ['a', 'b']],
    ['divides a block around another', [block(['a', 0], ['c', 9]), block(['b', 5])], ['a', 'b', 'c']],
    ['drops white space that stands alone then', [block(['a', 0], [' ', 9]), block(['b', 5])], ['a', 'b']],
  ])('%s', (_, blocks, expected) => {
    expect(tell(orderBlocks(blocks))).toEqual(expected);
  });
});
