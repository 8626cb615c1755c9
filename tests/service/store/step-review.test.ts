import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleEvent } from '../../../src/service/store/article-event.ts';
import type { ArticleState } from '../../../src/service/store/article-state.ts';
import { articleStatus } from '../../../src/service/store/article-status.ts';
import { reduce, TransitionError } from '../../../src/service/store/reduce.ts';
import type { ReviewDecision } from '../../../src/service/store/review-event.ts';

const ANN = 'per_ann';
const BEN = 'per_ben';
const held = { id: 'msg_1', way: 'webhook', heldSeconds: 10 } as const;

const start: readonly ArticleEvent[] = [
  { name: 'article.received', data: { sha256: '00' } },
  { name: 'processing.started', data: { attempt: 1 } },
  { name: 'article.cleaned', data: { outcome: 'review', score: 80, findings: 3 } },
];
const flagged: ArticleEvent = { name: 'article.flagged', data: { outcome: 'review', reasons: [] } };
const accepted: ArticleEvent = { name: 'article.accepted', data: { score: 97 } };
const claimed = (by: string, fence: number): ArticleEvent => ({ name: 'review.claimed', data: { by, fence } });
const released = (by: string, fence: number): ArticleEvent => ({ name: 'review.released', data: { by, fence } });
const expired = (by: string, fence: number): ArticleEvent => ({ name: 'review.lease_expired', data: { by, fence } });
const escalated = (by: string, fence: number): ArticleEvent => ({ name: 'review.escalated', data: { by, fence, reason: null } });
const restored = (by: string, fence: number): ArticleEvent => ({
  name: 'span.restored',
  data: { by, fence, amendment: 'am_1', sha256: '11' },
});
const decided = (by: string, fence: number, decision: ReviewDecision = 'accepted'): ArticleEvent => ({
  name: 'review.decided',
  data: { by, fence, decision, reason: null, result: '22', delivery: held },
});
const undone = (by: string, fence: number, told: boolean): ArticleEvent => ({
  name: 'decision.undone',
  data: { by, fence, told, ...(told && { delivery: { id: 'msg_2', way: 'webhook' } }) },
});
const appealed: ArticleEvent = { name: 'appeal.opened', data: { by: 'key_1', appeal: 'ap_1' } };
const heard = (by: string, fence: number): ArticleEvent => ({
  name: 'appeal.decided',
  data: { by, fence, appeal: 'ap_1', upheld: true, decision: 'accepted', reason: null, result: '33', delivery: held },
});
const noted: ArticleEvent = { name: 'review.noted', data: { by: BEN, note: 'no_1' } };
const checked: ArticleEvent = { name: 'review.checked', data: { by: BEN, decision: 'accepted', agrees: true } };
const sent: ArticleEvent = { name: 'delivery.attempted', data: { delivery: 'msg_1', attempt: 1 } };

const fold = (events: readonly ArticleEvent[]): ArticleState => {
  const state = events.reduce<ArticleState | undefined>(reduce, undefined);
  if (!state) throw new Error('no events');
  return state;
};

function expectInvariants(before: ArticleState, event: ArticleEvent, after: ArticleState, by: string): void {
  // A claim is somebody's alone, and each one has its own number.
  if (after.claimant !== before.claimant && after.claimant !== null) {
    expect([before.claimant, after.fence]).toEqual([null, before.fence + 1]);
  } else expect(after.fence).toBe(before.fence);
  // Only whoever has the claim decides, and what is decided is nobody's.
  if (after.review === 'decided' && before.review !== 'decided') expect([before.claimant, after.claimant]).toEqual([by, null]);
  expect(after.review === 'decided').toBe(after.decision !== null && after.review !== 'appealed');
  // What was held back was told to nobody when it was taken back.
  if (event.name === 'decision.undone' && !event.data.told)
    expect([before.delivery, after.delivery]).toEqual(['held', 'cancelled']);
}

describe('reduce, for what people do', () => {
  it.each([
    ['a claim', [claimed(ANN, 1)], { review: 'flagged', claimant: ANN, fence: 1 }, 'flagged'],
    ['a release and another claim', [claimed(ANN, 1), released(ANN, 1), claimed(BEN, 2)], { claimant: BEN, fence: 2 }, 'flagged'],
    ['a lease that ran out', [claimed(ANN, 1), expired(ANN, 1)], { claimant: null, fence: 1 }, 'flagged'],
    ['an escalation', [claimed(ANN, 1), escalated(ANN, 1)], { review: 'escalated', claimant: null }, 'flagged'],
    ['an amendment', [claimed(ANN, 1), restored(ANN, 1)], { review: 'flagged', claimant: ANN }, 'flagged'],
    [
      'a decision, held back',
      [claimed(ANN, 1), decided(ANN, 1)],
      { review: 'decided', claimant: null, decision: 'accepted', delivery: 'held' },
      'accepted',
    ],
    ['a rejection', [claimed(ANN, 1), decided(ANN, 1, 'rejected')], { decision: 'rejected' }, 'rejected'],
    [
      'a decision undone before anybody was told',
      [claimed(ANN, 1), decided(ANN, 1), undone(ANN, 2, false)],
      { review: 'flagged', claimant: ANN, fence: 2, decision: null, delivery: 'cancelled' },
      'flagged',
    ],
    [
      'a decision undone after the publisher was told',
      [claimed(ANN, 1), decided(ANN, 1), sent, undone(BEN, 2, true)],
      { review: 'flagged', claimant: BEN, decision: null, delivery: 'pending' },
      'flagged',
    ],
    [
      'a decision undone that was fetched since its webhook was taken away',
      [claimed(ANN, 1), decided(ANN, 1), undone(BEN, 2, true)],
      { review: 'flagged', claimant: BEN, decision: null, delivery: 'pending' },
      'flagged',
    ],
    [
      'an appeal',
      [claimed(ANN, 1), decided(ANN, 1, 'rejected'), appealed],
      { review: 'appealed', decision: 'rejected' },
      'flagged',
    ],
    [
      'an appeal that is heard',
      [claimed(ANN, 1), decided(ANN, 1, 'rejected'), appealed, claimed(BEN, 2), heard(BEN, 2)],
      { review: 'decided', decision: 'accepted', delivery: 'held' },
      'accepted',
    ],
    ['a second look', [claimed(ANN, 1), decided(ANN, 1), checked], { review: 'decided', decision: 'accepted' }, 'accepted'],
    [
      'a newer revision',
      [claimed(ANN, 1), { name: 'article.superseded', data: { by: 2 } }],
      { review: 'none', claimant: null },
      'superseded',
    ],
    [
      'moderation anew',
      [claimed(ANN, 1), decided(ANN, 1), { name: 'article.replayed', data: { run: 2 } }],
      { review: 'none', decision: null, delivery: 'cancelled', fence: 1 },
      'pending',
    ],
  ] as const)('folds %s', (_, events, state, status) => {
    const folded = fold([...start, flagged, ...events]);
    expect(folded).toMatchObject(state);
    expect(articleStatus(folded)).toBe(status);
  });

  it.each([
    ['a claim of what somebody has', [claimed(ANN, 1), claimed(BEN, 2)]],
    ['a claim with a fence that is no next one', [claimed(ANN, 2)]],
    ['a claim of what is decided', [claimed(ANN, 1), decided(ANN, 1), claimed(BEN, 2)]],
    ['a decision without a claim', [decided(ANN, 0)]],
    ["a decision under somebody else's claim", [claimed(ANN, 1), decided(BEN, 1)]],
    ['a decision under an older claim', [claimed(ANN, 1), released(ANN, 1), claimed(ANN, 2), decided(ANN, 1)]],
    ['an amendment after the lease ran out', [claimed(ANN, 1), expired(ANN, 1), restored(ANN, 1)]],
    ['an undoing of nothing', [undone(ANN, 1, false)]],
    [
      'an undoing that says nobody knows while the decision is sent',
      [claimed(ANN, 1), decided(ANN, 1), sent, undone(ANN, 2, false)],
    ],
    [
      'an undoing that tells nobody who knows',
      [claimed(ANN, 1), decided(ANN, 1), { name: 'decision.undone', data: { by: ANN, fence: 2, told: true } }],
    ],
    ['an appeal against what is on the desk', [appealed]],
    ['a hearing of no appeal', [claimed(ANN, 1), heard(ANN, 1)]],
    ['a plain decision on an appeal', [claimed(ANN, 1), decided(ANN, 1), appealed, claimed(BEN, 2), decided(BEN, 2)]],
    ['a second look at what is not decided', [checked]],
    ['a claim of what was purged', [{ name: 'article.purged', data: { reason: 'asked' } }, claimed(ANN, 1)]],
  ] as const)('refuses %s', (_, events) => {
    const all: readonly ArticleEvent[] = [...start, flagged, ...events];
    const last = all.at(-1);
    const before = fold(all.slice(0, -1));
    expect(() => last && reduce(before, last)).toThrow(TransitionError);
  });

  it('lets an article that the machine accepted be appealed against, and only then be claimed', () => {
    expect(() => fold([...start, accepted, claimed(ANN, 1)])).toThrow(TransitionError);
    expect(fold([...start, accepted, appealed, claimed(ANN, 1)])).toMatchObject({ review: 'appealed', claimant: ANN });
  });

  it('keeps its invariants, whatever any number of people do in whatever order', () => {
    const people = ['per_ann', 'per_ben', 'per_cas'];
    const act = fc.record({ kind: fc.nat({ max: 14 }), by: fc.constantFrom(...people), stale: fc.nat({ max: 9 }) });
    const toEvent = (state: ArticleState, { kind, by, stale }: { kind: number; by: string; stale: number }): ArticleEvent => {
      // Mostly under the claim of now, at times under one that is no more.
      const fence = Math.max(0, state.fence - (stale === 0 ? 1 : 0));
      const events: readonly ArticleEvent[] = [
        ...[claimed(by, fence + 1), released(by, fence), expired(by, fence), escalated(by, fence), restored(by, fence)],
        ...[decided(by, fence), decided(by, fence, 'rejected'), undone(by, fence + 1, false), undone(by, fence + 1, true)],
        ...[appealed, heard(by, fence), noted, checked, sent],
        { name: 'delivery.succeeded', data: { delivery: 'msg_1', attempt: 1, status: 200 } },
      ];
      return events[kind] ?? noted;
    };
    fc.assert(
      fc.property(fc.array(act, { maxLength: 80 }), (acts) => {
        let state = fold([...start, flagged]);
        for (const one of acts) {
          const event = toEvent(state, one);
          let after: ArticleState;
          try {
            after = reduce(state, event);
          } catch (error) {
            expect(error).toBeInstanceOf(TransitionError);
            continue;
          }
          expectInvariants(state, event, after, one.by);
          state = after;
        }
      }),
      { numRuns: 3000 },
    );
  });
});
