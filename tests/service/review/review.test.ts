import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimDeliveries } from '../../../src/service/delivery/claim-deliveries.ts';
import { listDeliveries } from '../../../src/service/delivery/list-deliveries.ts';
import { readBodies } from '../../../src/service/delivery/read-bodies.ts';
import { processArticle } from '../../../src/service/processing/process-article.ts';
import { claimArticle } from '../../../src/service/review/claim-article.ts';
import { decideArticle } from '../../../src/service/review/decide-article.ts';
import { escalateArticle } from '../../../src/service/review/escalate-article.ts';
import { expireClaims } from '../../../src/service/review/expire-claims.ts';
import { renewLease } from '../../../src/service/review/lease.ts';
import { noteArticle } from '../../../src/service/review/note-article.ts';
import type { Person } from '../../../src/service/review/person.ts';
import { releaseArticle } from '../../../src/service/review/release-article.ts';
import { type ReviewCode, ReviewError } from '../../../src/service/review/review-error.ts';
import { undoDecision } from '../../../src/service/review/undo-decision.ts';
import type { ArticleKey } from '../../../src/service/store/article-key.ts';
import { purgeArticle } from '../../../src/service/store/purge-article.ts';
import { readArticle } from '../../../src/service/store/read-article.ts';
import { readResult } from '../../../src/service/store/read-result.ts';
import { addHookedTenant } from '../add-hooked-tenant.ts';
import { endHold } from '../end-hold.ts';
import { endLease } from '../end-lease.ts';
import { CANARY, expectFold } from '../open-test-desk.ts';
import { openTestStore, type TestStore } from '../open-test-store.ts';
import { readEvents } from '../store/read-events.ts';
import { availableModes } from '../test-place.ts';

const CLEAN =
  'The harbour council of Merrow met at noon on Monday to hear what the pilots of the eastern channel wanted from it.';
/** What is hidden from readers always asks for a person. */
const HIDDEN = `<article><h1>Pilots of Merrow meet the council</h1><p>${CLEAN}</p><p style="display:none">Buy pills at https://pills.example now
  and win.</p><p>The pilots of the eastern channel left at four.</p></article>`;
const ANN: Person = { id: 'per_ann', tenant: null, role: 'moderator' };
const BEN: Person = { id: 'per_ben', tenant: null, role: 'moderator' };
const LEAD: Person = { id: 'per_lead', tenant: null, role: 'lead' };
const LIMITS = { limit: 100, limitBehind: 10, shares: { hooked: { free: 100, inFlight: 0, isBehind: false } }, leaseSeconds: 10 };

describe.each(availableModes())('the review in the mode %s', (mode) => {
  let test: TestStore;
  let count = 0;

  beforeAll(async () => {
    test = await openTestStore(mode);
    await addHookedTenant(test.pool);
  }, 200_000);

  afterAll(() => test.close(), 200_000);

  /** A flagged article, whose machine's decision nobody waits for. */
  async function flag(tenant = 'hooked'): Promise<ArticleKey> {
    const { article } = await test.accept({ id: `flagged ${count++}`, format: 'html', text: HIDDEN }, tenant);
    await processArticle(test.processing, { key: article.key, traceId: '' }, 'm-0');
    expect((await readArticle(test.pool, article.key))?.state.review).toBe('flagged');
    return article.key;
  }

  const wish = async (key: ArticleKey, fence: number, decision: 'accepted' | 'rejected' = 'accepted') => {
    const json = (await readResult(test.pool, key)) ?? '';
    return {
      fence,
      decision,
      reason: decision === 'rejected' ? 'spam' : null,
      result: createHash('sha256').update(json).digest('hex'),
    };
  };
  const deliveriesOf = async ({ articleId }: ArticleKey) =>
    (
      await test.pool.query<{ id: string; type: string; state: string }>(
        'SELECT id, type, state FROM copydesk.deliveries WHERE article_id = $1 ORDER BY seq',
        [articleId],
      )
    ).rows;
  const namesOf = async (key: ArticleKey) => (await readEvents(test.pool, key)).map(({ name }) => name);

  async function expectRefused(act: Promise<unknown>, code: ReviewCode): Promise<void> {
    const error = await act.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(ReviewError);
    expect(error instanceof ReviewError && error.code).toBe(code);
  }

  it('gives an article to one of twenty who want it', async () => {
    const key = await flag();
    const people = Array.from({ length: 20 }, (_, index): Person => ({ ...ANN, id: `per_${index}` }));
    const outcomes = await Promise.allSettled(people.map((person) => claimArticle(test, person, key)));
    const claims = outcomes.filter((one) => one.status === 'fulfilled');
    expect(claims).toHaveLength(1);
    for (const one of outcomes) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'claimed' });
    expect((await namesOf(key)).filter((name) => name === 'review.claimed')).toHaveLength(1);
    await expectFold(test.pool, key);
  });

  it('takes the same person back to what is claimed, without another claim', async () => {
    const key = await flag();
    const first = await claimArticle(test, ANN, key);
    const again = await claimArticle(test, ANN, key);
    expect([first.state.fence, again.state.fence, again.state.version]).toEqual([1, 1, first.state.version]);
  });

  it('gives a claim that is over to the next, whose predecessor can do nothing more', async () => {
    const key = await flag();
    const { state } = await claimArticle(test, ANN, key);
    expect(await renewLease(test.pool, key, ANN.id, state.fence)).toBe(true);
    await endLease(test.pool, key.articleId);
    expect(await renewLease(test.pool, key, ANN.id, state.fence)).toBe(false);
    const taken = await claimArticle(test, BEN, key);
    expect(taken.state).toMatchObject({ claimant: BEN.id, fence: 2 });
    await expectRefused(decideArticle(test, ANN, key, await wish(key, 1)), 'claimed');
    await expectRefused(decideArticle(test, BEN, key, await wish(key, 1)), 'stale_claim');
    expect((await namesOf(key)).slice(-3)).toEqual(['review.claimed', 'review.lease_expired', 'review.claimed']);
    await expectFold(test.pool, key);
  });

  it('ends claims of people who went away', async () => {
    const [gone, here] = [await flag(), await flag()];
    await claimArticle(test, ANN, gone);
    await claimArticle(test, ANN, here);
    await endLease(test.pool, gone.articleId);
    const freed = await expireClaims(test, 10);
    expect(freed.map(({ key }) => key.articleId)).toEqual([gone.articleId]);
    expect((await readArticle(test.pool, gone))?.state.claimant).toBeNull();
    expect((await readArticle(test.pool, here))?.state.claimant).toBe(ANN.id);
    await expectRefused(decideArticle(test, ANN, gone, await wish(gone, 1)), 'unclaimed');
    await expectFold(test.pool, gone);
  });

  it('tells the publisher of a decision when it can no longer be taken back', async () => {
    const key = await flag();
    const { state } = await claimArticle(test, ANN, key);
    const decided = await decideArticle(test, ANN, key, await wish(key, state.fence, 'rejected'));
    expect(decided.state).toMatchObject({ review: 'decided', decision: 'rejected', delivery: 'held', claimant: null });
    expect((await deliveriesOf(key)).map(({ type, state: of }) => `${type} ${of}`)).toEqual([
      'article.flagged cancelled',
      'review.rejected held',
    ]);
    expect((await claimDeliveries(test.pool, LIMITS)).map(({ article }) => article.key.articleId)).not.toContain(key.articleId);
    await endHold(test.pool, key.articleId);
    const claimed = (await claimDeliveries(test.pool, LIMITS)).find(({ article }) => article.key.articleId === key.articleId);
    expect(JSON.parse(claimed?.body ?? '{}')).toMatchObject({
      type: 'review.rejected',
      data: { id: key.articleId, status: 'rejected', outcome: 'review' },
    });
    await expectFold(test.pool, key);
  });

  it('undoes a held decision without a word to anybody', async () => {
    const key = await flag();
    await claimArticle(test, ANN, key);
    await decideArticle(test, ANN, key, await wish(key, 1));
    await expectRefused(undoDecision(test, BEN, key), 'not_allowed');
    const undone = await undoDecision(test, ANN, key);
    expect(undone.state).toMatchObject({ review: 'flagged', claimant: ANN.id, fence: 2, decision: null, delivery: 'cancelled' });
    await endHold(test.pool, key.articleId);
    expect((await claimDeliveries(test.pool, LIMITS)).map(({ article }) => article.key.articleId)).not.toContain(key.articleId);
    const again = await decideArticle(test, ANN, key, await wish(key, 2, 'rejected'));
    expect(again.state).toMatchObject({ decision: 'rejected', delivery: 'held' });
    await expectFold(test.pool, key);
  });

  it('tells the publisher when a decision is undone that it knows of', async () => {
    const key = await flag();
    await claimArticle(test, ANN, key);
    await decideArticle(test, ANN, key, await wish(key, 1));
    await endHold(test.pool, key.articleId);
    await claimDeliveries(test.pool, LIMITS);
    const undone = await undoDecision(test, LEAD, key);
    expect(undone.state).toMatchObject({ review: 'flagged', claimant: LEAD.id, delivery: 'pending' });
    const [newest] = (await deliveriesOf(key)).slice(-1);
    expect(newest).toMatchObject({ type: 'review.withdrawn', state: 'pending' });
    const body = JSON.parse((await readBodies(test.pool, [newest?.id ?? ''])).get(newest?.id ?? '') ?? '{}');
    expect(body).toMatchObject({ type: 'review.withdrawn', data: { status: 'flagged', result: null } });
    await expectFold(test.pool, key);
  });

  it('keeps a held decision out of the feed of those who fetch, until it is due', async () => {
    const key = await flag('default');
    await claimArticle(test, ANN, key);
    await decideArticle(test, ANN, key, await wish(key, 1));
    const seen = async () =>
      (await listDeliveries(test, { tenant: 'default', limit: 1000 })).deliveries.filter(
        ({ articleId, type }) => articleId === key.articleId && type === 'review.accepted',
      ).length;
    expect(await seen()).toBe(0);
    await endHold(test.pool, key.articleId);
    expect(await seen()).toBe(1);
    const undone = await undoDecision(test, ANN, key);
    expect(undone.state.delivery).toBe('available');
    expect((await deliveriesOf(key)).at(-1)).toMatchObject({ type: 'review.withdrawn', state: 'available' });
    await expectFold(test.pool, key);
  });

  it('refuses a decision on a result that is no longer the one that was looked at', async () => {
    const key = await flag();
    await claimArticle(test, ANN, key);
    await expectRefused(decideArticle(test, ANN, key, { ...(await wish(key, 1)), result: '00' }), 'stale_result');
    expect((await readArticle(test.pool, key))?.state).toMatchObject({ review: 'flagged', claimant: ANN.id });
    expect((await deliveriesOf(key)).map(({ state }) => state)).toEqual(['pending']);
  });

  it('hands to the leads what takes a lead', async () => {
    const key = await flag();
    await claimArticle(test, ANN, key);
    await escalateArticle(test, ANN, key, { fence: 1, reason: 'legal' });
    await expectRefused(claimArticle(test, BEN, key), 'not_allowed');
    const claimed = await claimArticle(test, LEAD, key);
    await decideArticle(test, LEAD, key, await wish(key, claimed.state.fence));
    await expectFold(test.pool, key);
  });

  it.each(['held', 'told'] as const)('leaves to the leads what took a lead, when its decision is undone (%s)', async (when) => {
    const key = await flag();
    await claimArticle(test, ANN, key);
    await escalateArticle(test, ANN, key, { fence: 1, reason: 'legal' });
    for (const decision of ['accepted', 'rejected'] as const) {
      const { state } = await claimArticle(test, LEAD, key);
      await decideArticle(test, LEAD, key, await wish(key, state.fence, decision));
      if (when === 'told') {
        await endHold(test.pool, key.articleId);
        await claimDeliveries(test.pool, LIMITS);
      }
      await expectRefused(undoDecision(test, { ...LEAD, role: 'moderator' }, key), 'not_allowed');
      const undone = await undoDecision(test, LEAD, key);
      expect(undone.state).toMatchObject({ review: 'escalated', claimant: LEAD.id, decision: null });
    }
    await endLease(test.pool, key.articleId);
    await expectRefused(claimArticle(test, ANN, key), 'not_allowed');
    const { rows } = await test.pool.query('SELECT priority FROM copydesk.articles WHERE article_id = $1', [key.articleId]);
    expect(rows).toEqual([{ priority: 1 }]);
    await expectFold(test.pool, key);
  });

  it('lets nobody act on the articles of another tenant, nor a publisher on any', async () => {
    const key = await flag();
    await expectRefused(claimArticle(test, { ...ANN, tenant: 'default' }, key), 'unknown_article');
    await expectRefused(claimArticle(test, { ...ANN, role: 'publisher' }, key), 'not_allowed');
    await expectRefused(claimArticle(test, ANN, { ...key, articleId: 'art_none' }), 'unknown_article');
  });

  it('keeps notes until the content goes, and releases what is given back', async () => {
    const key = await flag();
    await noteArticle(test, BEN, key, `look at the second line ${CANARY}`);
    const { state } = await claimArticle(test, ANN, key);
    const released = await releaseArticle(test, ANN, key, state.fence);
    expect(released.state).toMatchObject({ claimant: null, review: 'flagged' });
    expect(JSON.stringify(await readEvents(test.pool, key))).not.toContain(CANARY);
    await purgeArticle(test.pool, test.log, key);
    const { rows } = await test.pool.query<{ text: string }>('SELECT text FROM copydesk.notes WHERE article_id = $1', [
      key.articleId,
    ]);
    expect(rows).toEqual([{ text: '' }]);
    await expectFold(test.pool, key);
  });

  it('keeps chain and fold whole, whatever three people do in whatever order', async () => {
    const people = [ANN, BEN, LEAD];
    const acts = fc.array(fc.tuple(fc.nat({ max: 7 }), fc.constantFrom(...people)), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(acts, async (sequence) => {
        const key = await flag();
        for (const [kind, person] of sequence) {
          const fence = (await readArticle(test.pool, key))?.state.fence ?? 0;
          const act = [
            () => claimArticle(test, person, key),
            () => releaseArticle(test, person, key, fence),
            async () => decideArticle(test, person, key, await wish(key, fence)),
            async () => decideArticle(test, person, key, await wish(key, fence, 'rejected')),
            () => undoDecision(test, person, key),
            () => escalateArticle(test, person, key, { fence, reason: 'unsure' }),
            () => endLease(test.pool, key.articleId),
            () => endHold(test.pool, key.articleId),
          ][kind];
          await act?.().catch((error: unknown) => expect(error).toBeInstanceOf(ReviewError));
        }
        await expectFold(test.pool, key);
        const undelivered = (await deliveriesOf(key)).filter(({ state }) => ['held', 'pending', 'retrying'].includes(state));
        expect(undelivered.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 15 },
    );
  });
});
