import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsHash, sequenceHash, wordHashes } from '../../../src/moderation/text/shingle-hashes.ts';
import { tokenize } from '../../../src/moderation/text/tokenize.ts';

const hashOf = (text: string): number => {
  const tokens = tokenize(text);
  return rowsHash(tokens, 0, tokens.count);
};

describe('rowsHash', () => {
  it('is the hash of the list of words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const tokens = tokenize(text);
        const words = wordHashes(tokens, 0, tokens.count);
        expect(rowsHash(tokens, 0, tokens.count)).toBe(sequenceHash(words, 0, words.length));
      }),
    );
  });

  it('leaves marks and case out, and tells the order of words', () => {
    expect(hashOf('The tide, at noon!')).toBe(hashOf('the tide at noon'));
    expect(hashOf('the tide at noon')).not.toBe(hashOf('at noon the tide'));
  });
});
