import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignWords, type WordRun } from '../../../src/moderation/text/align-words.ts';
import { tokenize } from '../../../src/moderation/text/tokenize.ts';

interface Aligned {
  readonly kind: WordRun['kind'];
  readonly words: string;
}

function align(earlier: string, later: string): readonly Aligned[] {
  const text = `${earlier}\n${later}`;
  const tokens = tokenize(text);
  const middle = tokenize(earlier).count;
  const runs = alignWords(tokens, { from: 0, to: middle }, { from: middle, to: tokens.count });
  return runs.map(({ kind, from, to }) => ({ kind, words: text.slice(tokens.starts[from], tokens.ends[to - 1]) }));
}

/** The length of the longest common subsequence, by trying. */
function common(a: readonly string[], b: readonly string[]): number {
  const [first, ...rest] = a;
  if (first === undefined || b.length === 0) return 0;
  const at = b.indexOf(first);
  const without = common(rest, b);
  return at < 0 ? without : Math.max(without, 1 + common(rest, b.slice(at + 1)));
}

const side = (runs: readonly Aligned[], kind: WordRun['kind']): readonly string[] =>
  runs.filter((run) => run.kind === 'same' || run.kind === kind).flatMap(({ words }) => words.split(' '));

describe('alignWords', () => {
  it('marks what was taken out and what was put in', () => {
    expect(align('The pilots met at noon today.', 'The pilots met, at midday, today!')).toEqual([
      { kind: 'same', words: 'The pilots met, at' },
      { kind: 'removed', words: 'noon' },
      { kind: 'added', words: 'midday' },
      { kind: 'same', words: 'today' },
    ]);
  });

  it('finds nothing different in the same words', () => {
    expect(align('THE PILOTS MET', 'The pilots met.')).toEqual([{ kind: 'same', words: 'The pilots met' }]);
  });

  it('gives both texts back, with as many words in common as can be', () => {
    const words = fc.array(fc.constantFrom('tide', 'mast', 'quay', 'rope'), { maxLength: 9 });
    fc.assert(
      fc.property(words, words, (earlier, later) => {
        const runs = align(earlier.join(' '), later.join(' '));
        expect(side(runs, 'removed')).toEqual(earlier);
        expect(side(runs, 'added')).toEqual(later);
        const same = runs.filter(({ kind }) => kind === 'same').flatMap((run) => run.words.split(' '));
        expect(same).toHaveLength(common(earlier, later));
      }),
    );
  });

  it('counts what is beyond its reach as different', () => {
    const long = (word: string): string => Array.from({ length: 400 }, (_, index) => `${word}${index}`).join(' ');
    const runs = align(`one ${long('a')} two`, `one ${long('b')} two`);
    expect(runs.map(({ kind }) => kind)).toEqual(['same', 'removed', 'added', 'removed', 'added', 'same']);
    expect(side(runs, 'removed')).toHaveLength(402);
    expect(side(runs, 'added')).toHaveLength(402);
  });
});
