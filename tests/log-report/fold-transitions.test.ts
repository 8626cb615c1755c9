import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LogTally } from '../../src/log-report/log-tally.ts';
import type { ArticleState } from '../../src/service/store/article-state.ts';
import { aboutArticle } from '../../src/service/telemetry/about-article.ts';
import { exampleLine } from './example-lines.ts';
import { foldTransitions, type TransitionLine } from './fold-transitions.ts';
import { walkArticle } from './walk-article.ts';

const about = (state: ArticleState, articleId = 'art_1') =>
  aboutArticle({ key: { tenant: 'default', articleId, revision: 1 }, source: '', state });
const toLine = (state: ArticleState): TransitionLine => about(state);
const choices = fc.array(fc.nat(), { maxLength: 40, size: 'max' });

function countBy(names: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries([...Map.groupBy(names, (name) => name)].map(([name, same]) => [name, same.length]));
}

describe('foldTransitions', () => {
  it('leaves an article where the events of the store leave it, in whatever order its lines come', () => {
    let longest = 0;
    fc.assert(
      fc.property(choices, fc.infiniteStream(fc.nat()), (chosen, random) => {
        const states = walkArticle(chosen).map(({ state }) => state);
        longest = Math.max(longest, states.length);
        const lines = states.map(toLine);
        const shuffled = lines
          .map((line) => ({ line, at: random.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ line }) => line);
        const last = states.at(-1);
        expect(foldTransitions(shuffled)).toEqual({ state: last && toLine(last), first: 1, gaps: [], repeated: 0 });
      }),
    );
    expect(longest).toBeGreaterThan(15);
  });

  it('says which numbers are missing and how many were there twice', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 30 }), (numbers) => {
        const [state] = walkArticle([]).map((step) => toLine(step.state));
        const folded = foldTransitions(numbers.map((number) => ({ ...(state as TransitionLine), number })));
        const there = new Set(numbers);
        const missing = (folded?.gaps ?? []).flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => from + at));
        const all = Array.from({ length: 30 }, (_, at) => at + 1);
        const first = Math.min(...numbers);
        expect(missing).toEqual(all.filter((number) => number > first && number < Math.max(...numbers) && !there.has(number)));
        expect(folded).toMatchObject({ first, repeated: numbers.length - there.size, state: { number: Math.max(...numbers) } });
      }),
    );
  });

  it('has nothing to say of no lines', () => {
    expect(foldTransitions([])).toBeUndefined();
  });
});

describe('a report of such lines', () => {
  it('counts the events of the store and says where its articles stand, exactly', () => {
    fc.assert(
      fc.property(fc.array(choices, { minLength: 1, maxLength: 12 }), (articles) => {
        const lives = articles.map(walkArticle);
        const tally = new LogTally();
        for (const [id, steps] of lives.entries()) {
          for (const { name, state } of steps)
            tally.read(exampleLine(name, { source: undefined, ...about(state, `art_${id}`) }), 'a', 1);
        }
        const { events, stream, input } = tally.toReport({ files: [], faults: [] }, 10);
        const last = lives.flatMap((steps) => steps.at(-1)?.state ?? []);
        const counts = (rows: readonly { name: string; count: number }[]) =>
          Object.fromEntries(rows.map((row) => [row.name, row.count]));
        expect(input.counted).toBe(input.lines);
        expect(counts(events.rows)).toEqual(countBy(lives.flat().map(({ name }) => name)));
        expect(counts(stream.standing.processing)).toEqual(countBy(last.map(({ processing }) => processing)));
        expect(counts(stream.standing.review)).toEqual(countBy(last.map(({ review }) => review)));
        expect(counts(stream.standing.delivery)).toEqual(countBy(last.map(({ delivery }) => delivery)));
        expect(stream).toMatchObject({ articles: lives.length, gaps: { lines: 0 }, begun_before: 0, repeated: 0 });
      }),
    );
  });
});
