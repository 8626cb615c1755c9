import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepLast } from '../../../src/moderation/text/keep-last.ts';

const isSame = (a: { readonly key: number }, b: { readonly key: number }): boolean => a.key === b.key;

describe('keepLast', () => {
  it('makes nothing twice that was asked for lately', () => {
    const made: number[] = [];
    const kept = keepLast(2, isSame, ({ key }: { readonly key: number }) => {
      made.push(key);
      return { value: key };
    });
    for (const key of [1, 2, 1, 3, 1, 2]) kept({ key });
    // 2 was forgotten for 3, since 1 was asked for after it.
    expect(made).toEqual([1, 2, 3, 2]);
  });

  it('gives what would have been made', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5 })), fc.integer({ min: 1, max: 4 }), (keys, count) => {
        const kept = keepLast(count, isSame, ({ key }: { readonly key: number }) => key * 2);
        expect(keys.map((key) => kept({ key }))).toEqual(keys.map((key) => key * 2));
      }),
    );
  });

  it('keeps nothing of what fails', () => {
    let fails = true;
    const kept = keepLast(1, isSame, () => {
      if (fails) throw new Error('not yet');
      return 'made';
    });
    expect(() => kept({ key: 1 })).toThrow('not yet');
    fails = false;
    expect(kept({ key: 1 })).toBe('made');
  });
});
