import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldTransitions, type TransitionLine } from '../../src/log-report/fold-transitions.ts';
import type { ArticleEvent } from '../../src/service/store/article-event.ts';
import type { ArticleState } from '../../src/service/store/article-state.ts';
import { reduce, TransitionError } from '../../src/service/store/reduce.ts';
import { aboutArticle } from '../../src/service/telemetry/about-article.ts';

const notice = { id: 'msg_1', way: 'webhook' } as const;
const delivery = { delivery: 'msg_1', attempt: 1 } as const;
const EVENTS: readonly ArticleEvent[] = [
  { name: 'article.queued', data: { job: 'm-1' } },
  { name: 'processing.started', data: { attempt: 1 } },
  { name: 'processing.started', data: { attempt: 2 } },
  { name: 'processing.failed', data: { attempt: 1, code: 'deadline', final: false } },
  { name: 'processing.failed', data: { attempt: 1, code: 'deadline', final: true, delivery: notice } },
  { name: 'processing.stalled', data: { attempt: 1, job: 'm-1' } },
  { name: 'article.cleaned', data: { outcome: 'review', score: 60, findings: 1 } },
  { name: 'article.accepted', data: { score: 97, delivery: notice } },
  { name: 'article.flagged', data: { outcome: 'review', reasons: [], delivery: { ...notice, way: 'pull' } } },
  { name: 'article.superseded', data: { by: 2 } },
  { name: 'article.replayed', data: { run: 2 } },
  { name: 'article.purged', data: { reason: 'asked' } },
  { name: 'delivery.attempted', data: delivery },
  { name: 'delivery.succeeded', data: { ...delivery, status: 200 } },
  { name: 'delivery.failed', data: { ...delivery, code: 'timeout' } },
  { name: 'delivery.dead_lettered', data: { delivery: 'msg_1', attempts: 9, code: 'timeout' } },
  { name: 'delivery.replayed', data: { delivery: 'msg_1' } },
];

const key = { tenant: 'default', articleId: 'art_1', revision: 1 };

/** The states that events lead to; events that are not allowed are left out. */
function walk(events: readonly ArticleEvent[]): readonly ArticleState[] {
  const states = [reduce(undefined, { name: 'article.received', data: { sha256: '00' } })];
  for (const event of events) {
    try {
      const before = states.at(-1);
      states.push(reduce(before, event));
    } catch (error) {
      if (!(error instanceof TransitionError)) throw error;
    }
  }
  return states;
}

const toLine = (state: ArticleState): TransitionLine => aboutArticle({ key, source: '', state });
const chain = fc.array(fc.constantFrom(...EVENTS), { maxLength: 60 }).map((events) => walk(events));

describe('foldTransitions', () => {
  it('leaves an article where the events of the store leave it, in whatever order its lines come', () => {
    let longest = 0;
    fc.assert(
      fc.property(chain, fc.infiniteStream(fc.nat()), (states, random) => {
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
    expect(longest).toBeGreaterThan(5);
  });

  it('says which numbers are missing and how many were there twice', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 30 }), (numbers) => {
        const [state] = walk([]).map(toLine);
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
