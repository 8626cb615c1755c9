import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minHashKeys } from '../../../src/moderation/text/min-hash-keys.ts';

const BINS = 5;
const SALT = 2;
const keysOf = (words: readonly number[]): readonly string[] => minHashKeys(Uint32Array.from(words), BINS, SALT);
const shareKey = (a: readonly number[], b: readonly number[]): boolean => {
  const known = new Set(keysOf(a));
  return keysOf(b).some((key) => known.has(key));
};

const hash = fc.integer({ min: 0, max: 0xffffffff });
const text = (minLength: number) => fc.uniqueArray(hash, { minLength, maxLength: 80 });

describe('minHashKeys', () => {
  it('gives a text that is long enough a key, at most one for each bin, and the same ones again', () => {
    fc.assert(
      fc.property(fc.array(hash, { maxLength: 80 }), (words) => {
        const keys = keysOf(words);
        expect(keys.length > 0).toBe(words.length >= 3);
        expect(keys.length).toBeLessThanOrEqual(BINS);
        expect(keysOf(words)).toEqual(keys);
      }),
    );
  });

  it('meets a text of which the end was cut off when most of it is left', () => {
    fc.assert(
      fc.property(text(40), (words) => {
        // Of the keys, one in forty at most changes with the last word, so of five at least one stays.
        expect(shareKey(words, words.slice(0, -1))).toBe(true);
      }),
    );
  });

  it('does not meet texts that have no four words in a row in common', () => {
    fc.assert(
      fc.property(text(24), text(24), (a, b) => {
        const others = b.filter((word) => !a.includes(word));
        // Three words of the one in the middle of the other, with a word after them that the one does not have there.
        for (let at = 0; at + 3 < a.length; at++) {
          const mixed = [...others.slice(0, 10), ...a.slice(at, at + 3), ...others.slice(10)];
          if (others.length > 20) expect(shareKey(a, mixed)).toBe(false);
        }
      }),
    );
  });

  it('tells texts of three words apart', () => {
    expect(shareKey([1, 2, 3], [1, 2, 3])).toBe(true);
    expect(shareKey([1, 2, 3], [1, 2, 4])).toBe(false);
  });

  it('meets nineteen in twenty paragraphs of forty words of which one word in twenty is another one', () => {
    const random = (): number => Math.floor(Math.random() * 0x100000000);
    const met = Array.from({ length: 1000 }, () => {
      const words = Array.from({ length: 40 }, random);
      return shareKey(
        words,
        words.map((word) => (Math.random() < 0.05 ? random() : word)),
      );
    });
    // .99 of sixty thousand such paragraphs are met; below .95 of a thousand about never.
    expect(met.filter(Boolean).length).toBeGreaterThan(950);
  });
});
