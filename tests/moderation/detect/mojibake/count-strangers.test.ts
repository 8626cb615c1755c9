import { describe, expect, it } from 'vitest';
import { countStrangers } from '../../../../src/moderation/detect/mojibake/count-strangers.ts';

describe('countStrangers', () => {
  it.each([
    ['äöüß', 0],
    ['ÄÖÜ and ascii', 0],
    ['îțşă', 0],
    ['îţżă', 1],
    ['äöå', 0],
    ['ąęñ', 1],
    ['лёд', 0],
    ['', 0],
  ])('%s: %i', (letters, strangers) => {
    expect(countStrangers(letters)).toBe(strangers);
  });
});
