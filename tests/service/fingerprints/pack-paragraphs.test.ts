import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packParagraphs, unpackParagraphs } from '../../../src/service/fingerprints/pack-paragraphs.ts';
import { scopeKeys } from '../../../src/service/fingerprints/scope-keys.ts';

const word = fc.record({
  hash: fc.nat(0xffffffff),
  start: fc.nat(0xffff),
  length: fc.integer({ min: 1, max: 127 }),
  fact: fc.nat(1),
});
const paragraph = fc
  .record({ start: fc.nat(0x7fffffff), length: fc.nat(1000), words: fc.array(word, { maxLength: 30 }) })
  .map(({ start, length, words }) => ({
    start,
    end: start + length,
    words: Uint32Array.from(words, ({ hash }) => hash),
    starts: Uint16Array.from(words, ({ start: from }) => from),
    lengths: Uint8Array.from(words, ({ length: long }) => long),
    facts: Uint8Array.from(words, ({ fact }) => fact),
  }));

describe('packParagraphs', () => {
  it('is undone by unpackParagraphs', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 8 }), (paragraphs) => {
        expect(unpackParagraphs(packParagraphs(paragraphs))).toEqual(paragraphs);
      }),
    );
  });
});

describe('scopeKeys', () => {
  const key = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String);

  it('keeps keys apart by scope, as numbers of 64 bits', () => {
    fc.assert(
      fc.property(fc.array(key, { minLength: 1 }), fc.string(), fc.string(), (keys, one, other) => {
        fc.pre(one !== other);
        const scoped = scopeKeys(keys, ['tenant', one]);
        expect(scoped).toEqual(scopeKeys(keys, ['tenant', one]));
        expect(scoped).toHaveLength(keys.length);
        for (const value of scoped) expect(BigInt.asIntN(64, BigInt(value)).toString()).toBe(value);
        const others = scopeKeys(keys, ['tenant', other]);
        expect(scoped.every((value, at) => value !== others[at])).toBe(true);
      }),
    );
  });
});
