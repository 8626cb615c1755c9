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

  it('counts every event, whatever their order, and never leaves an end', () => {
    const events = [queued, started(1), failed(1, false), failed(1, true), stalled, cleaned, accepted, flagged, superseded];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 30 }), (sequence) => {
        let state = reduce(undefined, received);
        for (const event of sequence) {
          const before = state;
          try {
            state = reduce(before, event);
          } catch (error) {
            expect(error).toBeInstanceOf(TransitionError);
            continue;
          }
          expect(state.version).toBe(before.version + 1);
          if (before.processing === 'cleaned' || before.processing === 'dead') expect(state.processing).toBe(before.processing);
        }
      }),
    );
  });
});
