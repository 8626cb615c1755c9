import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDecision } from '../../../src/service/review/checks/check-decision.ts';
import { cohenKappa } from '../../../src/service/review/checks/cohen-kappa.ts';
import { offerCheck } from '../../../src/service/review/checks/offer-check.ts';
import { readAgreement } from '../../../src/service/review/checks/read-agreement.ts';
import { claimArticle } from '../../../src/service/review/claim-article.ts';
import { noteArticle } from '../../../src/service/review/note-article.ts';
import { releaseArticle } from '../../../src/service/review/release-article.ts';
import { skipArticle } from '../../../src/service/review/skip-article.ts';
import { undoDecision } from '../../../src/service/review/undo-decision.ts';
import type { ArticleKey } from '../../../src/service/store/article-key.ts';
import { readArticle } from '../../../src/service/store/read-article.ts';
import { replayArticle } from '../../../src/service/store/replay-article.ts';
import type { ReviewDecision } from '../../../src/service/store/review-event.ts';
import { expectFold } from '../open-test-desk.ts';
import { readEvents } from '../store/read-events.ts';
import { availableModes } from '../test-place.ts';
import { ANN, BEN, expectRefused, FLAGGED, LEAD, openReview, type TestReview } from './open-review.ts';

describe("Cohen's kappa", () => {
  it.each([
    // Worked out by hand: po = 35/50, pe = (25*30 + 25*20)/2500 = .5.
    [
      'the usual example',
      [
        [20, 5],
        [10, 15],
      ],
      0.4,
    ],
    [
      'full agreement',
      [
        [3, 0],
        [0, 7],
      ],
      1,
    ],
    [
      'full disagreement',
      [
        [0, 5],
        [5, 0],
      ],
      -1,
    ],
    [
      'chance',
      [
        [1, 1],
        [1, 1],
      ],
      0,
    ],
    [
      'one word only',
      [
        [9, 0],
        [0, 0],
      ],
      null,
    ],
    [
      'nothing',
      [
        [0, 0],
        [0, 0],
      ],
      null,
    ],
  ] as const)('of %s', (_, counts, kappa) => {
    const found = cohenKappa(counts);
    if (kappa === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(kappa, 12);
  });

  it('is between -1 and 1, and the same whoever is called the first', () => {
    const counts = fc.tuple(fc.nat({ max: 500 }), fc.nat({ max: 500 }), fc.nat({ max: 500 }), fc.nat({ max: 500 }));
    fc.assert(
      fc.property(counts, ([a, b, c, d]) => {
        const kappa = cohenKappa([
          [a, b],
          [c, d],
        ]);
        const turned = cohenKappa([
          [a, c],
          [b, d],
        ]);
        if (kappa === null || turned === null) return kappa === turned;
        return kappa >= -1 - 1e-12 && kappa <= 1 && Math.abs(kappa - turned) < 1e-9;
      }),
    );
  });
});

describe.each(availableModes())('second reviews in the mode %s', (mode) => {
  let test: TestReview;

  beforeAll(async () => {
    test = await openReview(mode);
  }, 200_000);

  afterAll(() => test.close(), 200_000);

  const share = (part: number) => test.pool.query('UPDATE copydesk.tenants SET second_review_share = $1', [part]);
  const endHolds = () => test.pool.query(`UPDATE copydesk.checks SET decided_at = decided_at - interval '11 seconds'`);
  const clear = () => test.pool.query('DELETE FROM copydesk.checks');

  async function decided(decision: ReviewDecision = 'accepted'): Promise<ArticleKey> {
    const key = await test.submit(FLAGGED);
    await test.decide(ANN, key, decision);
    return key;
  }

  it('offers a decision of the sample to another person, when its hold is over', async () => {
    await clear();
    await share(1);
    const key = await decided();
    expect(await offerCheck(test.pool, 'hooked', BEN)).toBeUndefined();
    await endHolds();
    expect(await offerCheck(test.pool, 'hooked', ANN)).toBeUndefined();
    expect(await offerCheck(test.pool, 'default', BEN)).toBeUndefined();
    const offered = { id: key.articleId, revision: 1 };
    expect(await offerCheck(test.pool, 'hooked', BEN)).toEqual(offered);
    expect(await offerCheck(test.pool, 'hooked', LEAD)).toBeUndefined();
    expect(await offerCheck(test.pool, 'hooked', BEN)).toEqual(offered);
    await expectRefused(checkDecision(test, LEAD, key, { decision: 'accepted', reason: null }), 'not_offered');
    await checkDecision(test, BEN, key, { decision: 'rejected', reason: 'advertising' });
    expect((await readEvents(test.pool, key)).at(-1)).toMatchObject({
      name: 'review.checked',
      data: { by: BEN.id, decision: 'rejected', agrees: false },
    });
    expect((await readArticle(test.pool, key))?.state).toMatchObject({ review: 'decided', decision: 'accepted' });
    await expectRefused(checkDecision(test, BEN, key, { decision: 'accepted', reason: null }), 'not_offered');
    expect(await offerCheck(test.pool, 'hooked', BEN)).toBeUndefined();
    await expectFold(test.pool, key);
  });

  it('offers nothing to whoever has claimed, skipped or noted the article', async () => {
    await clear();
    await share(1);
    const acts: Readonly<Record<string, (key: ArticleKey) => Promise<unknown>>> = {
      claimed: async (key) => releaseArticle(test, BEN, key, (await claimArticle(test, BEN, key)).state.fence),
      skipped: async (key) => skipArticle(test, BEN, key, (await claimArticle(test, BEN, key)).state.fence),
      noted: (key) => noteArticle(test, BEN, key, 'A note.'),
    };
    for (const [name, act] of Object.entries(acts)) {
      const key = await test.submit(FLAGGED);
      await act(key);
      await test.decide(ANN, key, 'accepted');
      await endHolds();
      expect([name, await offerCheck(test.pool, 'hooked', BEN)]).toEqual([name, undefined]);
      expect((await offerCheck(test.pool, 'hooked', LEAD))?.id).toBe(key.articleId);
      await clear();
    }
  });

  it('gives an offer to the next when its time is over', async () => {
    await clear();
    await share(1);
    const key = await decided();
    await endHolds();
    await offerCheck(test.pool, 'hooked', BEN);
    await test.pool.query('UPDATE copydesk.checks SET offered_until = now()');
    expect((await offerCheck(test.pool, 'hooked', LEAD))?.id).toBe(key.articleId);
    await expectRefused(checkDecision(test, BEN, key, { decision: 'accepted', reason: null }), 'not_offered');
    await checkDecision(test, LEAD, key, { decision: 'accepted', reason: null });
  });

  it.each(['undo', 'replay'] as const)('offers no decision that does not stand after an %s', async (kind) => {
    await clear();
    await share(1);
    const key = await decided();
    if (kind === 'undo') await undoDecision(test, ANN, key);
    else await replayArticle(test.pool, test.log, key, { overrules: true });
    await endHolds();
    expect(await offerCheck(test.pool, 'hooked', BEN)).toBeUndefined();
    await expectRefused(checkDecision(test, BEN, key, { decision: 'accepted', reason: null }), 'not_decided');
  });

  it('takes into the sample what the hash of the event says, and nothing with a share of nothing', async () => {
    await clear();
    await share(0.5);
    const keys: ArticleKey[] = [];
    for (let index = 0; index < 12; index++) keys.push(await decided());
    const { rows } = await test.pool.query<{ article_id: string }>('SELECT article_id FROM copydesk.checks');
    const sampled = new Set(rows.map(({ article_id }) => article_id));
    for (const key of keys) {
      const { rows: events } = await test.pool.query<{ hash: string }>(
        `SELECT hash FROM copydesk.events WHERE article_id = $1 AND name = 'review.decided'`,
        [key.articleId],
      );
      const fraction = Number.parseInt(events[0]?.hash.slice(0, 12) ?? '', 16) / 2 ** 48;
      expect(sampled.has(key.articleId)).toBe(fraction < 0.5);
    }
    await clear();
    await share(0);
    await decided();
    expect((await test.pool.query('SELECT FROM copydesk.checks')).rows).toHaveLength(0);
  });

  it('counts agreement', async () => {
    await clear();
    await share(1);
    const pairs = [
      ['accepted', 'accepted'],
      ['accepted', 'rejected'],
      ['rejected', 'rejected'],
      ['rejected', 'rejected'],
    ] as const;
    for (const [first, second] of pairs) {
      const key = await decided(first);
      await endHolds();
      expect((await offerCheck(test.pool, 'hooked', BEN))?.id).toBe(key.articleId);
      await checkDecision(test, BEN, key, { decision: second, reason: second === 'rejected' ? 'spam' : null });
    }
    await decided();
    // po = 3/4, pe = (2*1 + 2*3)/16 = 1/2.
    expect(await readAgreement(test.pool, 'hooked', 30)).toEqual({ checked: 4, agreed: 3, kappa: 0.5, waiting: 1 });
    expect(await readAgreement(test.pool, 'default', 30)).toEqual({ checked: 0, agreed: 0, kappa: null, waiting: 0 });
    await test.pool.query(
      `UPDATE copydesk.checks SET checked_at = now() - interval '40 days', decided_at = now() - interval '40 days'`,
    );
    expect(await readAgreement(test.pool, 'hooked', 30)).toMatchObject({ checked: 0, kappa: null });
  });
});
