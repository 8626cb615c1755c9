import { describe, expect, it } from 'vitest';
import { cutExcerpt } from '../../../src/moderation/text/cut-excerpt.ts';

describe('cutExcerpt', () => {
  it.each([
    ['tide', 4, 'tide'],
    ['tides', 4, 'tide…'],
    ['tid🔥e', 4, 'tid…'],
    ['ti🔥de', 4, 'ti🔥…'],
    ['', 4, ''],
  ])('cuts %j to %i code units', (text, limit, expected) => {
    expect(cutExcerpt(text, limit)).toBe(expected);
  });
});
