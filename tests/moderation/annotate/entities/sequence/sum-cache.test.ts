import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CacheMark, createMark } from '../../../../../src/moderation/annotate/entities/sequence/cache-mark.ts';
import { LABEL_COUNT } from '../../../../../src/moderation/annotate/entities/sequence/labels.ts';
import { SumCache } from '../../../../../src/moderation/annotate/entities/sequence/sum-cache.ts';

/** Sums by what they are known by; every third is nothing but 0. */
function sumsOf(group: number, word: number, context: number): Float64Array {
  const seed = group * 7 + word * 31 + context * 3;
  return Float64Array.from({ length: LABEL_COUNT }, (_, label) => (seed % 3 === 0 ? 0 : seed + label / 8));
}

/** Asks for sums, which are put where they are not known. */
function ask(cache: SumCache, marks: readonly CacheMark[], group: number, word: number, context: number): Float64Array {
  cache.reserve(1);
  const place = cache.find(group, marks[word] ?? createMark(), context);
  if (!cache.knows(place)) cache.put(place, sumsOf(group, word, context));
  const scores = new Float64Array(LABEL_COUNT);
  cache.addTo(scores, 0, Int32Array.of(place), 1);
  return scores;
}

const WORDS = 40;
const asked = fc.array(fc.tuple(fc.nat(16), fc.nat(WORDS - 1), fc.nat(2 ** 24 - 1)), { minLength: 1, maxLength: 50 });

describe('a cache of sums', () => {
  it('gives what was put, in two caches that share the marks', () => {
    const marks = Array.from({ length: WORDS }, createMark);
    const caches = [new SumCache(), new SumCache()];
    fc.assert(
      fc.property(asked, (keys) => {
        for (const [group, word, context] of [...keys, ...keys])
          for (const cache of caches) expect(ask(cache, marks, group, word, context)).toEqual(sumsOf(group, word, context));
      }),
    );
  });

  it('gives the same when it is full and begins anew', () => {
    const marks = Array.from({ length: WORDS }, createMark);
    const cache = new SumCache();
    let right = 0;
    for (let context = 0; context < 50_000; context++) {
      const sums = sumsOf(context % 17, context % WORDS, context);
      const found = ask(cache, marks, context % 17, context % WORDS, context);
      if (found.every((sum, label) => sum === sums[label])) right++;
    }
    expect(right).toBe(50_000);
  });
});
