import { describe, expect, it } from 'vitest';
import { meaningfulSigns } from '../../../src/moderation/text/meaningful-signs.ts';

describe('meaningfulSigns', () => {
  it.each([
    ['fell to 5 degrees', 'fell to -5 degrees'],
    ['fell to 5 degrees', 'fell to −5 degrees'],
    ['paid $5 million', 'paid €5 million'],
    ['51% of the shares', '51 of the shares'],
    ['won 3-1 at home', 'won 3:1 at home'],
    ['written in C++', 'written in C#'],
    ['x < y', 'x > y'],
    ['✅ ferries', '❌ ferries'],
    ['The boats sail on Monday.', 'The boats sail on Monday?'],
  ])('tells %j from %j', (a, b) => {
    expect(meaningfulSigns(a)).not.toBe(meaningfulSigns(b));
  });

  it.each([
    ['“Ferries”, she said!', '"Ferries" she said'],
    ['the well-known mast', 'the well known mast'],
    ['Merrow — the harbour', 'Merrow, the harbour'],
    ['won 3–1 at home', 'won 3-1 at home'],
    ['Tide | Harbour', 'Tide: Harbour'],
    ['£5', '￡5'],
  ])('takes %j and %j for the same', (a, b) => {
    expect(meaningfulSigns(a)).toBe(meaningfulSigns(b));
  });
});
