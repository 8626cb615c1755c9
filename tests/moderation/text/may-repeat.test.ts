import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/moderation/model/document.ts';
import { parse } from '../../../src/moderation/parse/parse.ts';
import { mayRepeat } from '../../../src/moderation/text/may-repeat.ts';
import { createOverlapFinder } from '../../../src/moderation/text/overlap-finder.ts';
import { indexShingles } from '../../../src/moderation/text/shingle-index.ts';

const SHARE = 0.4;

function read(...blocks: readonly string[]): Document {
  const text = ['A title', ...blocks].join('\n\n');
  return parse(text, { id: 'a', text, title: 'A title' });
}

/** Words of a block: from a vocabulary so small that much is shared, or so large that little is. */
const block = (most: number) =>
  fc
    .array(
      fc.integer({ min: 0, max: most }).map((at) => `word${at}`),
      { minLength: 3, maxLength: 40 },
    )
    .map((words) => words.join(' '));
const blocks = fc.integer({ min: 3, max: 400 }).chain((most) => fc.array(block(most), { minLength: 1, maxLength: 12 }));

describe('mayRepeat', () => {
  it('is true wherever the index finds so large a share, or a copy stands', () => {
    let quiet = 0;
    fc.assert(
      fc.property(blocks, (texts) => {
        const document = read(...texts);
        const index = indexShingles(document);
        const { shareSeen } = createOverlapFinder(index, () => []);
        const isCopied = new Set(texts).size < texts.length;
        const isSeen = document.blocks.some(({ index: at }) => shareSeen(at) >= SHARE);
        const may = mayRepeat(document, SHARE);
        if (!may) quiet++;
        expect(may || !(isCopied || isSeen)).toBe(true);
      }),
    );
    // It would be of no use if it were true everywhere.
    expect(quiet).toBeGreaterThan(10);
  });

  it.each([
    ['a copy', ['The pilots of the channel met at noon.', 'The pilots of the channel met at noon.'], true],
    [
      'half of an earlier block',
      ['The pilots of the old channel met at noon.', 'They say the pilots of the old channel met.'],
      true,
    ],
    [
      'two words in common',
      ['The pilots of the channel met at noon.', 'Some pilots of this harbour never vote on anything.'],
      false,
    ],
    ['one block that repeats itself', ['The pilots met. The pilots met. The pilots met. The pilots met.'], false],
    ['the title once more', ['A title', 'The pilots of the channel met at noon.'], true],
    ['nothing', [], false],
  ])('of %s', (_, texts, expected) => {
    expect(mayRepeat(read(...texts), SHARE)).toBe(expected);
  });
});
