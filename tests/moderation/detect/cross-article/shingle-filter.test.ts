import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOwnBlocks } from '../../../../src/moderation/detect/cross-article/own-block.ts';
import { createShingleFilter } from '../../../../src/moderation/detect/cross-article/shingle-filter.ts';
import { parse } from '../../../../src/moderation/parse/parse.ts';
import { SHARED_SHINGLE_WORDS, shingleHash } from '../../../../src/moderation/text/shingle-hash.ts';

const word = fc.stringMatching(/^[a-z]{1,8}$/u);
const lines = fc.array(fc.array(word, { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 8 });

function openBlocks(text: string) {
  return readOwnBlocks(parse(text, { id: 'a', text }), () => false);
}

describe('createShingleFilter', () => {
  it('has each shingle of each block', () => {
    fc.assert(
      fc.property(lines, (written) => {
        const blocks = openBlocks(written.map((words) => words.join(' ')).join('\n\n'));
        const { mayHave } = createShingleFilter(blocks);
        for (const { words } of blocks) {
          for (let at = 0; at + SHARED_SHINGLE_WORDS <= words.length; at++) expect(mayHave(shingleHash(words, at))).toBe(true);
        }
      }),
    );
  });

  it('turns away nearly all others', () => {
    const { mayHave } = createShingleFilter(openBlocks(Array.from({ length: 400 }, (_, at) => `word${at}`).join(' ')));
    const passed = Array.from({ length: 10_000 }, (_, at) => mayHave(Math.imul(at + 1, 0x9e3779b1)));
    expect(passed.filter(Boolean).length).toBeLessThan(1000);
  });

  it('has nothing when there is nothing', () => {
    expect(createShingleFilter([]).mayHave(5)).toBe(false);
  });
});
