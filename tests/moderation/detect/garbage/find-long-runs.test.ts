import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLongRuns } from '../../../../src/moderation/detect/garbage/find-long-runs.ts';
import { findSuspects } from '../../../../src/moderation/detect/garbage/find-suspects.ts';
import { parse } from '../../../../src/moderation/parse/parse.ts';

const longIn = (text: string, minLength: number): readonly string[] => {
  const document = parse(text, { id: 'a', text });
  return document.blocks.flatMap((block) =>
    findLongRuns(document, block, minLength).map(({ start, end }) => document.text.slice(start, end)),
  );
};

const piece = fc.oneof(
  fc.constantFrom(' ', ' ', '\t', '\u00a0', '\u200b', '.', '“', '港口', 'tide', 'x7Kq2ZpL9vTb4WmR', '\n\n'),
  fc.string({ unit: 'binary', maxLength: 5 }),
);

describe('findLongRuns', () => {
  it.each([
    ['long words between short ones', 'the harbour of Merrow', 6, ['harbour', 'Merrow']],
    ['marks belong to their word', 'a (tide). It', 6, ['(tide).']],
    ['a tab does not part', 'tide\tmast and', 6, ['tide\tmast']],
    ['none', 'a tide in', 6, []],
  ])('%s', (_, text, minLength, expected) => {
    expect(longIn(text, minLength)).toEqual(expected);
  });

  it('leaves out nothing that is suspect', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.integer({ min: 1, max: 12 }), (pieces, minLength) => {
        const text = pieces.join('');
        const document = parse(text, { id: 'a', text });
        for (const block of document.blocks) {
          const long = findLongRuns(document, block, minLength);
          const found = long.flatMap(({ start, end }) => findSuspects(document.text, start, end, minLength));
          expect(found).toEqual(findSuspects(document.text, block.start, block.end, minLength));
        }
      }),
    );
  });
});
