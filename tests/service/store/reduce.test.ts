import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleEvent } from '../../../src/service/store/article-event.ts';
import type { ArticleState } from '../../../src/service/store/article-state.ts';
import { reduce, TransitionError } from '../../../src/service/store/reduce.ts';

const received: ArticleEvent = { name: 'article.received', data: { sha256: '00' } };
const queued: ArticleEvent = { name: 'article.queued', data: { job: 'm-1' } };
const started = (attempt: number): ArticleEvent => ({ name: 'processing.started', data: { attempt } });
const failed = (attempt: number, final: boolean): ArticleEvent => ({
  name: 'processing.failed',
  data: { attempt, code: 'deadline', final },
});
const stalled: ArticleEvent = { name: 'processing.stalled', data: { attempt: 1, job: 'm-1' } };
const cleaned: ArticleEvent = { name: 'article.cleaned', data: { outcome: 'publish', score: 97, findings: 1 } };
const accepted: ArticleEvent = { name: 'article.accepted', data: { score: 97 } };
const flagged: ArticleEvent = { name: 'article.flagged', data: { outcome: 'review', reasons: [] } };
const superseded: ArticleEvent = { name: 'article.superseded', data: { by: 2 } };

const fold = (events: readonly ArticleEvent[]) => events.reduce<ArticleState | undefined>(reduce, undefined);

/** `isDecided`: the article has had a decision with a delivery. */
function expectPromises(before: ArticleState, event: ArticleEvent, state: ArticleState, isDecided: boolean): void {
  // Told to a publisher only after a decision; nothing is told of what is gone or out of date.
  if (state.delivery !== 'none') expect(isDecided).toBe(true);
  if (state.superseded || state.purged) {
    expect(['held', 'pending', 'delivering', 'retrying']).not.toContain(state.delivery);
    expect(state.review).toBe('none');
    expect(['cleaned', 'dead', 'superseded']).toContain(state.processing);
  }
  // Ends: after a purge nothing follows, after a newer revision only a purge, after an outcome only a replay starts anew.
  expect(before.purged).toBe(false);
  if (before.superseded) expect(event.name).toBe('article.purged');
  const isOver = ['cleaned', 'dead'].includes(before.processing) && event.name !== 'article.replayed';
  if (isOver) expect(state.processing).toBe(before.processing);
  expect(state.run).toBeGreaterThanOrEqual(before.run);
  if (state.processing === 'received') expect([state.attempt, state.unended]).toEqual([0, 0]);
}

describe('reduce', () => {
  it.each([
    [
      'the straight way',
      [received, queued, started(1), cleaned, accepted],
      { processing: 'cleaned', review: 'none', attempt: 1, version: 5 },
    ],
    ['to the desk', [received, queued, started(1), cleaned, flagged], { processing: 'cleaned', review: 'flagged', version: 5 }],
    ['a retry', [received, queued, started(1), failed(1, false), started(2)], { processing: 'processing', attempt: 2 }],
    ['a dead letter', [received, queued, started(1), failed(1, true)], { processing: 'dead', attempt: 1 }],
    ['a lost job', [received, queued, stalled, queued, started(1)], { processing: 'processing', attempt: 1 }],
    ['a second delivery after a crash', [received, queued, started(1), started(2)], { processing: 'processing', attempt: 2 }],
    ['a newer revision', [received, queued, started(1), cleaned, accepted, superseded], { processing: 'cleaned', version: 6 }],
  ] as const)('folds %s', (_, events, state) => {
    expect(fold(events)).toMatchObject(state);
  });

  it.each([
    ['anything before the article is there', [queued]],
    ['a second arrival', [received, received]],
    ['a result of an article nobody started', [received, queued, cleaned]],
    ['a second result', [received, queued, started(1), cleaned, cleaned]],
    ['work on a cleaned article', [received, queued, started(1), cleaned, started(2)]],
    ['work on a dead letter', [received, queued, started(1), failed(1, true), started(2)]],
    ['a verdict before the result', [received, flagged]],
  ] as const)('refuses %s', (_, events) => {
    expect(() => fold(events)).toThrow(TransitionError);
  });

  it('holds its promises, whatever events come in whatever order', () => {
    const notice = { id: 'msg_1', way: 'webhook' } as const;
    const delivery = { delivery: 'msg_1', attempt: 1 } as const;
    const events: readonly ArticleEvent[] = [
      ...[received, queued, started(1), failed(1, false), failed(1, true), stalled, cleaned, accepted, flagged, superseded],
      { name: 'article.accepted', data: { score: 97, delivery: notice } },
      { name: 'article.flagged', data: { outcome: 'review', reasons: [], delivery: { ...notice, way: 'pull' } } },
      { name: 'processing.failed', data: { attempt: 1, code: 'deadline', final: true, delivery: notice } },
      { name: 'article.replayed', data: { run: 2 } },
      { name: 'article.purged', data: { reason: 'asked' } },
      { name: 'delivery.attempted', data: delivery },
      { name: 'delivery.succeeded', data: { ...delivery, status: 200 } },
      { name: 'delivery.failed', data: { ...delivery, code: 'timeout' } },
      { name: 'delivery.dead_lettered', data: { delivery: 'msg_1', attempts: 9, code: 'timeout' } },
      { name: 'delivery.shelved', data: { delivery: 'msg_1' } },
      { name: 'delivery.replayed', data: { delivery: 'msg_1' } },
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 60 }), (sequence) => {
        let state = reduce(undefined, received);
        let isDecided = false;
        for (const event of sequence) {
          const before = state;
          try {
            state = reduce(before, event);
          } catch (error) {
            expect(error).toBeInstanceOf(TransitionError);
            continue;
          }
          expect(state.version).toBe(before.version + 1);
          isDecided ||= 'delivery' in event.data && typeof event.data.delivery === 'object';
          expectPromises(before, event, state, isDecided);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
