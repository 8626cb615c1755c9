import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/moderation/model/document.ts';
import { parse } from '../../../src/moderation/parse/parse.ts';
import { findBandMates } from '../../../src/moderation/text/find-band-mates.ts';
import { createOverlapFinder } from '../../../src/moderation/text/overlap-finder.ts';
import { indexShingles } from '../../../src/moderation/text/shingle-index.ts';

const read = (blocks: readonly string[]): Document => {
  const text = ['A title', ...blocks].join('\n\n');
  return parse(text, { id: 'a', text, title: 'A title' });
};

function shinglesOf(text: string): ReadonlySet<string> {
  const words = text.split(' ');
  return new Set(words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`));
}

/** Blocks of few words, so that much is shared; each with a word of its own, so that no two are equal. */
const block = fc.array(fc.constantFrom('tide', 'mast', 'quay', 'rope', 'sail'), { minLength: 3, maxLength: 30 });
const blocks = fc.array(block, { minLength: 2, maxLength: 4 });

describe('createOverlapFinder', () => {
  it('finds the block that shares most, as comparing all sets does', () => {
    fc.assert(
      fc.property(blocks, (drawn) => {
        const texts = drawn.map((words, at) => [...words, `own${at}`].join(' '));
        const index = indexShingles(read(texts));
        const finder = createOverlapFinder(index, () => []);
        const sets = texts.map(shinglesOf);
        for (const [at, own] of sets.entries()) {
          const shared = sets.slice(0, at).map((other) => [...own].filter((shingle) => other.has(shingle)).length);
          const most = Math.max(0, ...shared);
          const best = finder.findBest(at + 1, (other) => other <= at);
          expect(best?.shared ?? 0).toBe(most);
          if (best) expect(best.containment).toBeCloseTo(most / own.size);
          if (best) expect(best.jaccard).toBeCloseTo(most / (own.size + (sets[best.block - 1]?.size ?? 0) - most));
          const seen = [...own].filter((shingle) => sets.slice(0, at).some((other) => other.has(shingle))).length;
          expect(finder.shareSeen(at + 1)).toBeCloseTo(seen / own.size);
        }
      }),
    );
  });

  it('looks a short block up in one that is very much longer', () => {
    const long = Array.from({ length: 400 }, (_, at) => `word${at}`);
    const finder = createOverlapFinder(
      indexShingles(read([long.join(' '), `${long.slice(200, 210).join(' ')} indeed`])),
      () => [],
    );
    expect(finder.findBest(2, () => true)).toMatchObject({ block: 1, shared: 8 });
  });
});

describe('the place of a shingle in a block', () => {
  it.each([
    ['short', 20],
    ['long', 300],
  ])('is found in a %s block', (_, count) => {
    const words = Array.from({ length: count }, (_unused, at) => `word${at}`);
    const document = read([words.join(' '), 'none of these words here']);
    const index = indexShingles(document);
    const finder = createOverlapFinder(index, () => []);
    const first = index.offsets[1] ?? 0;
    const last = (index.offsets[2] ?? 0) - 1;
    for (const at of [first, first + 7, last]) expect(finder.rowOf(1, index.ids[at] ?? -1)).toBe(index.rows[at]);
    expect(finder.rowOf(2, index.ids[first] ?? -1)).toBeUndefined();
  });
});

describe('findBandMates', () => {
  const words = (from: number, count: number): readonly string[] => Array.from({ length: count }, (_, at) => `word${from + at}`);

  it('brings near copies together, and different texts not', () => {
    const base = words(0, 60);
    const copies = Array.from({ length: 200 }, (_, at) => base.with(at % 60, `other${at}`).join(' '));
    const others = Array.from({ length: 200 }, (_, at) => words(1000 + at * 100, 60).join(' '));
    const matesOf = findBandMates(indexShingles(read([base.join(' '), ...copies, ...others])));
    const together = copies.filter((_, at) => matesOf(at + 2).some((mate) => mate <= 201));
    expect(together.length).toBeGreaterThan(195);
    expect(others.filter((_, at) => matesOf(at + 202).length > 0)).toEqual([]);
  });

  it('names earlier blocks only, each once', () => {
    const matesOf = findBandMates(indexShingles(read([words(0, 30).join(' '), words(1, 30).join(' ')])));
    expect(matesOf(1)).toEqual([]);
    expect(matesOf(2)).toEqual([1]);
    expect(matesOf(99)).toEqual([]);
  });
});
