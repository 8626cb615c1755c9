import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeTenant } from '../../../src/service/access/change-tenant.ts';
import { claimDeliveries } from '../../../src/service/delivery/claim-deliveries.ts';
import { listDeliveries } from '../../../src/service/delivery/list-deliveries.ts';
import { replayDeliveries } from '../../../src/service/delivery/replay-deliveries.ts';
import { tidyDeliveries } from '../../../src/service/delivery/tidy-deliveries.ts';
import { undoDecision, undoWithin } from '../../../src/service/review/undo-decision.ts';
import type { ArticleKey } from '../../../src/service/store/article-key.ts';
import { inTransaction } from '../../../src/service/store/in-transaction.ts';
import { readArticle } from '../../../src/service/store/read-article.ts';
import { expectFold } from '../open-test-desk.ts';
import { readEvents } from '../store/read-events.ts';
import { availableModes } from '../test-place.ts';
import { ANN, FLAGGED, openReview, type TestReview } from './open-review.ts';

const URL = 'https://example.org/hook';
const LIMITS = { limit: 100, limitBehind: 100, leaseSeconds: 10 };

/** What the acts of these tests need of the store. */
function usesOf(test: TestReview) {
  const { pool } = test;
  let count = 0;
  return {
    /** A tenant of its own with a decided article. */
    decided: async (webhookUrl: string | null): Promise<ArticleKey> => {
      const tenant = `told_${count++}`;
      await pool.query('INSERT INTO copydesk.tenants (id) VALUES ($1)', [tenant]);
      await changeTenant(pool, tenant, { webhookUrl });
      const key = await test.submit(FLAGGED, tenant);
      await test.decide(ANN, key, 'rejected');
      return key;
    },
    setWebhook: ({ tenant }: ArticleKey, webhookUrl: string | null) => changeTenant(pool, tenant, { webhookUrl }),
    claim: async ({ tenant }: ArticleKey) => {
      const shares = { [tenant]: { free: 100, inFlight: 0, isBehind: false } };
      return (await claimDeliveries(pool, { ...LIMITS, shares })).filter(({ article }) => article.key.tenant === tenant);
    },
    /** The types of what whoever fetches has seen. */
    feed: async ({ tenant }: ArticleKey) =>
      (await listDeliveries(test, { tenant, limit: 1000 })).deliveries
        .filter(({ type }) => type.startsWith('review.'))
        .map(({ type, state }) => `${type} ${state}`),
    undone: async (key: ArticleKey) => (await readEvents(pool, key)).findLast(({ name }) => name === 'decision.undone')?.data,
  };
}

describe.each(availableModes())('what was told in the mode %s', (mode) => {
  let test: TestReview;
  let uses: ReturnType<typeof usesOf>;

  beforeAll(async () => {
    test = await openReview(mode);
    uses = usesOf(test);
  }, 200_000);

  afterAll(() => test.close(), 200_000);

  it('is not a decision that is due, but that nobody has fetched', async () => {
    const key = await uses.decided(null);
    await test.endHold(key);
    await undoDecision(test, ANN, key);
    expect(await uses.undone(key)).toMatchObject({ told: false });
    expect(await uses.feed(key)).toEqual([]);
    await expectFold(test.pool, key);
  });

  it.each([
    ['the feed', null],
    ['the feed, before the webhook', URL],
  ] as const)('is what stood in %s', async (_, url) => {
    const key = await uses.decided(url);
    expect(await uses.feed(key)).toEqual([]);
    await test.endHold(key);
    expect(await uses.feed(key)).toContain(`review.rejected ${url ? 'pending' : 'available'}`);
    await undoDecision(test, ANN, key);
    expect(await uses.undone(key)).toMatchObject({ told: true });
    expect((await uses.feed(key)).at(-1)).toBe(`review.withdrawn ${url ? 'pending' : 'available'}`);
    await expectFold(test.pool, key);
  });

  it.each(['before', 'after'] as const)('comes to a webhook that is set %s the hold is over', async (when) => {
    const key = await uses.decided(null);
    if (when === 'after') await test.endHold(key);
    await uses.setWebhook(key, URL);
    if (when === 'before') await test.endHold(key);
    const claimed = await uses.claim(key);
    expect(claimed.map(({ type }) => type)).toEqual(['review.rejected']);
    expect((await readArticle(test.pool, key))?.state).toMatchObject({ review: 'decided', delivery: 'delivering' });
    await expectFold(test.pool, key);
  });

  it('is never lost, whatever stands of its delivery in the article', async () => {
    const key = await uses.decided(URL);
    await test.endHold(key);
    await test.pool.query(`UPDATE copydesk.articles SET delivery = 'delivered' WHERE article_id = $1`, [key.articleId]);
    expect(await uses.claim(key)).toEqual([]);
    expect(await uses.feed(key)).toContain('review.rejected available');
  });

  it.each(['feed', 'tidying'] as const)('is undone, and sent again, after the webhook was taken away (%s)', async (by) => {
    const key = await uses.decided(URL);
    await uses.setWebhook(key, null);
    await test.endHold(key);
    if (by === 'feed') await uses.feed(key);
    else await tidyDeliveries(test);
    expect(await uses.feed(key)).toContain('review.rejected available');
    await uses.setWebhook(key, URL);
    const { rows } = await test.pool.query<{ id: string }>(
      `SELECT id FROM copydesk.deliveries WHERE article_id = $1 AND type = 'review.rejected'`,
      [key.articleId],
    );
    const id = rows[0]?.id ?? '';
    expect((await replayDeliveries(test.pool, test.log, [id])).get(id)).toBe('replayed');
    await uses.setWebhook(key, null);
    const { state } = await undoDecision(test, ANN, key);
    expect(state).toMatchObject({ review: 'flagged', delivery: 'available' });
    expect(await uses.undone(key)).toMatchObject({ told: true });
    await expectFold(test.pool, key);
  });

  it('can be undone at once when the webhook was taken away', async () => {
    const key = await uses.decided(URL);
    await uses.setWebhook(key, null);
    await test.endHold(key);
    expect(await uses.feed(key)).toContain('review.rejected available');
    expect((await undoDecision(test, ANN, key)).state).toMatchObject({ review: 'flagged', delivery: 'available' });
    await expectFold(test.pool, key);
  });

  it.each(['feed', 'tidying'])('is what the article says when the webhook was taken away (%s)', async (releasing) => {
    const key = await uses.decided(URL);
    await uses.setWebhook(key, null);
    await test.endHold(key);
    if (releasing === 'tidying') await tidyDeliveries(test);
    expect(await uses.feed(key)).toContain('review.rejected available');
    expect((await readArticle(test.pool, key))?.state).toMatchObject({ review: 'decided', delivery: 'available' });
    expect((await test.namesOf(key)).at(-1)).toBe('delivery.shelved');
    await expectFold(test.pool, key);
  });

  it.each([
    ['fetched', null],
    ['sent', URL],
  ] as const)('holds nothing up while it is held back, and comes after that when it is %s', async (_, url) => {
    const key = await uses.decided(url);
    await test.submit(FLAGGED, key.tenant);
    const { deliveries, next } = await listDeliveries(test, { tenant: key.tenant, limit: 1000 });
    expect(deliveries.map(({ type }) => type).at(-1)).toBe('article.flagged');
    expect(deliveries.at(-1)?.articleId).not.toBe(key.articleId);
    await test.endHold(key);
    if (url) expect((await uses.claim(key)).map(({ type }) => type)).toContain('review.rejected');
    const later = await listDeliveries(test, { tenant: key.tenant, limit: 1000, after: next });
    expect(later.deliveries.map(({ type, articleId }) => [type, articleId])).toEqual([['review.rejected', key.articleId]]);
    await expectFold(test.pool, key);
  });

  it('goes to nobody when it waited a day for a webhook that came and went', async () => {
    const key = await uses.decided(null);
    await uses.setWebhook(key, URL);
    await test.endHold(key);
    expect(await uses.feed(key)).toContain('review.rejected pending');
    await uses.setWebhook(key, null);
    await test.pool.query('UPDATE copydesk.deliveries SET give_up_at = now() WHERE article_id = $1', [key.articleId]);
    await tidyDeliveries(test);
    expect(await uses.feed(key)).toContain('review.rejected dead');
    await expectFold(test.pool, key);
  });
});

// Embedded, all sessions take turns on one connection: there nothing can come between.
describe.each(availableModes().filter((mode) => mode !== 'embedded'))(
  'who is told at the end of a hold in the mode %s',
  (mode) => {
    let test: TestReview;
    let uses: ReturnType<typeof usesOf>;

    beforeAll(async () => {
      test = await openReview(mode);
      uses = usesOf(test);
    }, 200_000);

    afterAll(() => test.close(), 200_000);

    const dueIn = (key: ArticleKey, seconds: number) =>
      test.pool.query(
        `UPDATE copydesk.deliveries SET due_at = now() + make_interval(secs => $2) WHERE article_id = $1 AND state = 'held'`,
        [key.articleId, seconds],
      );

    it('hears of an undoing that began in time and waited for the article', async () => {
      const key = await uses.decided(null);
      await dueIn(key, 0.4);
      const undoing = await inTransaction(test.pool, async (session) => {
        await readArticle(session, key, true);
        const waiting = undoDecision(test, ANN, key);
        await sleep(600);
        expect(await uses.feed(key)).toContain('review.rejected available');
        return { waiting };
      });
      await undoing.waiting;
      expect(await uses.undone(key)).toMatchObject({ told: true });
      expect((await uses.feed(key)).at(-1)).toBe('review.withdrawn available');
      await expectFold(test.pool, key);
    });

    it('hears of nothing while an undoing that began in time is not over', async () => {
      const key = await uses.decided(null);
      await dueIn(key, 0.4);
      await inTransaction(test.pool, async (session) => {
        const article = await readArticle(session, key, true);
        if (!article) throw new Error('it was decided');
        await undoWithin({ session, article, now: new Date() }, ANN);
        await sleep(600);
        await tidyDeliveries(test);
        expect(await uses.feed(key)).toEqual([]);
      });
      expect(await uses.undone(key)).toMatchObject({ told: false });
      expect(await uses.feed(key)).toEqual([]);
      await expectFold(test.pool, key);
    });
  },
);
