import { describe, expect, it } from 'vitest';
import { toPlainText } from '../../../src/moderation/annotate/to-plain-text.ts';

describe('toPlainText', () => {
  it.each([
    ['', []],
    ['  \n \n ', []],
    ['One.', ['One.']],
    ['One.\nStill one.', ['One.\nStill one.']],
    ['One.\n\nTwo.', ['One.', 'Two.']],
    ['  One.  \r\n \t \r\n\n Two. \n', ['One.', 'Two.']],
  ])('%j', (text, blocks) => {
    const found = toPlainText(text).blocks;
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(blocks);
    expect(
      found.every(
        ({ kind, start, end, sourceStart, sourceEnd }) => kind === 'paragraph' && start === sourceStart && end === sourceEnd,
      ),
    ).toBe(true);
  });
});
