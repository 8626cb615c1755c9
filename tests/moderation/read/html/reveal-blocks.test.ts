import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../../src/moderation/markup/parse-page.ts';
import { collectBlocks } from '../../../../src/moderation/read/html/collect-blocks.ts';
import { revealBlocks } from '../../../../src/moderation/read/html/reveal-blocks.ts';

function reveal(html: string) {
  const document = parsePage(html);
  if (!document) throw new RangeError('the page is too large');
  const { page, isRevealed } = revealBlocks(collectBlocks(document));
  return {
    isRevealed,
    blocks: page.blocks.map(({ runs, hidden }) => `${hidden ?? ''}${runs.map(({ value }) => value).join('')}`),
  };
}

describe('revealBlocks', () => {
  it.each([
    ['leaves a page that shows most of its text', '<p>the tide</p><p hidden>turns</p>', false, ['the tide', 'hiddenturns']],
    ['shows a page that hides most of it', '<p>the</p><p hidden>tide turns</p>', true, ['the', 'tide turns']],
    ['keeps the order of the source', '<p>a <b hidden>the tide turns</b>b</p>', true, ['a ', 'the tide turns', 'b']],
  ])('%s', (_, html, isRevealed, blocks) => {
    expect(reveal(html)).toEqual({ isRevealed, blocks });
  });
});
