import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amendArticle } from '../../../src/service/amendments/amend-article.ts';
import { decideAppeal } from '../../../src/service/review/appeals/decide-appeal.ts';
import { openAppeal } from '../../../src/service/review/appeals/open-appeal.ts';
import { claimArticle } from '../../../src/service/review/claim-article.ts';
import { decideArticle } from '../../../src/service/review/decide-article.ts';
import { escalateArticle } from '../../../src/service/review/escalate-article.ts';
import type { Person } from '../../../src/service/review/person.ts';
import { readNext } from '../../../src/service/review/queue/read-next.ts';
import { undoDecision } from '../../../src/service/review/undo-decision.ts';
import type { ArticleKey } from '../../../src/service/store/article-key.ts';
import { purgeArticle } from '../../../src/service/store/purge-article.ts';
import { readArticle } from '../../../src/service/store/read-article.ts';
import { replayArticle } from '../../../src/service/store/replay-article.ts';
import type { ReviewDecision } from '../../../src/service/store/review-event.ts';
import { CANARY, expectFold } from '../open-test-desk.ts';
import { readEvents } from '../store/read-events.ts';
import { availableModes } from '../test-place.ts';
import {
  ANN,
  BEN,
  CLEAN,
  expectRefused,
  FLAGGED,
  HIDDEN,
  LEAD,
  OWNER,
  openReview,
  RESTORE,
  type TestReview,
} from './open-review.ts';

describe.each(availableModes())('appeals in the mode %s', (mode) => {
  let test: TestReview;

  beforeAll(async () => {
    test = await openReview(mode);
  }, 200_000);

  afterAll(() => test.close(), 200_000);

  const stateOf = async (key: ArticleKey) => (await readArticle(test.pool, key))?.state;

  /** Decided by Ann, and told. */
  async function decided(decision: ReviewDecision = 'rejected'): Promise<ArticleKey> {
    const key = await test.submit(FLAGGED);
    await test.decide(ANN, key, decision);
    await test.endHold(key);
    await test.send();
    return key;
  }

  async function appealed(decision: ReviewDecision = 'rejected'): Promise<ArticleKey> {
    const key = await decided(decision);
    await openAppeal(test, OWNER, key, 'It is news.');
    return key;
  }

  async function judge(person: Person, key: ArticleKey, upheld: boolean, decision: ReviewDecision) {
    const { state } = await claimArticle(test, person, key);
    const wish = {
      fence: state.fence,
      upheld,
      decision,
      reason: decision === 'rejected' ? 'spam' : null,
      result: await test.standing(key),
    };
    return decideAppeal(test, person, key, wish);
  }

  it('brings an article to the desk again, and tells the other decision after a hold', async () => {
    const key = await decided();
    const appeal = await openAppeal(test, OWNER, key, `It is news. ${CANARY}`);
    expect(await stateOf(key)).toMatchObject({ review: 'appealed', decision: 'rejected' });
    expect((await readEvents(test.pool, key)).at(-1)).toMatchObject({ name: 'appeal.opened', data: { by: OWNER.id, appeal } });
    const article = await judge(BEN, key, true, 'accepted');
    expect(article.state).toMatchObject({ review: 'decided', decision: 'accepted', delivery: 'held' });
    expect((await test.send()).has(key.articleId)).toBe(false);
    await test.endHold(key);
    expect((await test.send()).get(key.articleId)).toMatchObject([
      { type: 'review.accepted', data: { decision: 'accepted', isAmended: false } },
    ]);
    expect(JSON.stringify(await readEvents(test.pool, key))).not.toContain(CANARY);
    const { rows } = await test.pool.query('SELECT upheld, decided_at IS NULL AS open FROM copydesk.appeals WHERE id = $1', [
      appeal,
    ]);
    expect(rows).toEqual([{ upheld: true, open: false }]);
    await expectFold(test.pool, key);
  });

  it('lets neither who decided nor who appealed decide it, nor claim it, nor be offered it', async () => {
    const key = await decided();
    await openAppeal(test, BEN, key, 'Ann was too strict.');
    for (const person of [ANN, BEN]) {
      await expectRefused(claimArticle(test, person, key), 'not_allowed');
      const next = await readNext(test.pool, 'hooked', person, { state: 'appealed' });
      expect(next?.id).not.toBe(key.articleId);
    }
    expect((await readNext(test.pool, 'hooked', LEAD, { state: 'appealed' }))?.id).toBe(key.articleId);
    await judge(LEAD, key, false, 'rejected');
    expect(await stateOf(key)).toMatchObject({ review: 'decided', decision: 'rejected' });
    await expectFold(test.pool, key);
  });

  it('is decided as an appeal only', async () => {
    const key = await appealed();
    const { state } = await claimArticle(test, BEN, key);
    const wish = { fence: state.fence, decision: 'accepted', reason: null, result: await test.standing(key) } as const;
    await expectRefused(decideArticle(test, BEN, key, wish), 'not_allowed');
    await expectRefused(escalateArticle(test, BEN, key, { fence: state.fence, reason: 'unsure' }), 'not_allowed');
    await expectRefused(decideAppeal(test, BEN, key, { ...wish, upheld: false }), 'appeal_mismatch');
    await expectRefused(
      decideAppeal(test, BEN, key, { ...wish, decision: 'rejected', reason: 'spam', upheld: true }),
      'appeal_mismatch',
    );
    await expectRefused(decideAppeal(test, BEN, key, { ...wish, upheld: true, result: '0'.repeat(64) }), 'stale_result');
    expect(await stateOf(key)).toMatchObject({ review: 'appealed', claimant: BEN.id });
    await expectFold(test.pool, key);
  });

  it('upholds an appeal against what the machine took out, with the same decision on another result', async () => {
    const key = await appealed('accepted');
    const { state } = await claimArticle(test, BEN, key);
    const before = await test.standing(key);
    const wish = { fence: state.fence, upheld: true, decision: 'accepted', reason: null } as const;
    await expectRefused(decideAppeal(test, BEN, key, { ...wish, result: before }), 'appeal_mismatch');
    await amendArticle(test.drafting, BEN, key, { fence: state.fence, amendments: [RESTORE] });
    await decideAppeal(test, BEN, key, { ...wish, result: await test.standing(key) });
    const told = (await test.bodiesOf(key)).at(-1);
    expect(told).toMatchObject({ type: 'review.accepted', data: { isAmended: true }, sha256: await test.standing(key) });
    expect(told?.data.result?.text).toContain(HIDDEN);
    await expectFold(test.pool, key);
  });

  it('is possible against the machine, too', async () => {
    const key = await test.submit(CLEAN);
    expect(await stateOf(key)).toMatchObject({ review: 'none', processing: 'cleaned' });
    await openAppeal(test, OWNER, key, 'This is an advert.');
    await expectRefused(openAppeal(test, OWNER, key, 'Again.'), 'appeal_open');
    await judge(ANN, key, true, 'rejected');
    expect(await stateOf(key)).toMatchObject({ review: 'decided', decision: 'rejected' });
    await expectFold(test.pool, key);
  });

  it('is refused while nobody was told, on the desk, after six months, and after an appeal', async () => {
    const key = await test.submit(FLAGGED);
    await expectRefused(openAppeal(test, OWNER, key, 'Why?'), 'not_decided');
    await test.decide(ANN, key, 'rejected');
    await expectRefused(openAppeal(test, OWNER, key, 'Why?'), 'not_decided');
    await test.endHold(key);
    await test.send();
    const age = (months: number, days: number) =>
      test.pool.query(
        `UPDATE copydesk.deliveries SET due_at = now() - make_interval(months => $2, days => $3), created_at = now() - make_interval(months => 7)
          WHERE article_id = $1`,
        [key.articleId, months, days],
      );
    await age(6, 1);
    await expectRefused(openAppeal(test, OWNER, key, 'Why?'), 'appeal_late');
    await age(6, -1);
    await openAppeal(test, OWNER, key, 'Why?');
    await judge(BEN, key, false, 'rejected');
    await test.endHold(key);
    await test.send();
    await expectRefused(openAppeal(test, OWNER, key, 'Still: why?'), 'appeal_decided');
    await replayArticle(test.pool, test.log, key, { overrules: true });
    await expectRefused(openAppeal(test, OWNER, key, 'Why?'), 'not_decided');
    await expectFold(test.pool, key);
  });

  it('is open again when its decision is undone, but not for who decided before', async () => {
    const key = await appealed();
    const strict = { ...ANN, role: 'lead' } as const;
    await judge(BEN, key, true, 'accepted');
    await expectRefused(undoDecision(test, strict, key), 'not_allowed');
    const undone = await undoDecision(test, BEN, key);
    expect(undone.state).toMatchObject({ review: 'appealed', decision: 'rejected', claimant: BEN.id });
    const wish = { fence: undone.state.fence, upheld: false, decision: 'rejected', reason: 'spam' } as const;
    await decideAppeal(test, BEN, key, { ...wish, result: await test.standing(key) });
    expect(await stateOf(key)).toMatchObject({ review: 'decided', decision: 'rejected' });
    await expectFold(test.pool, key);
  });

  it('leaves the check of the decision before when its own decision is undone', async () => {
    await test.pool.query('UPDATE copydesk.tenants SET second_review_share = 1');
    const key = await appealed();
    const checks = async () =>
      (
        await test.pool.query<{ decider: string }>(
          'SELECT decider FROM copydesk.checks WHERE article_id = $1 AND checked_at IS NULL ORDER BY number',
          [key.articleId],
        )
      ).rows.map(({ decider }) => decider);
    expect(await checks()).toEqual([ANN.id]);
    await judge(BEN, key, true, 'accepted');
    await undoDecision(test, BEN, key);
    expect(await checks()).toEqual([ANN.id]);
    const plain = await decided();
    await undoDecision(test, ANN, plain);
    const { rows } = await test.pool.query('SELECT FROM copydesk.checks WHERE article_id = $1', [plain.articleId]);
    expect(rows).toHaveLength(0);
  });

  it.each([
    ['a replay', CLEAN],
    ['a newer revision', CLEAN],
    ['a replay', FLAGGED],
    ['a newer revision', FLAGGED],
  ] as const)('is over without an answer after %s', async (what, text) => {
    const key = text === FLAGGED ? await decided() : await test.submit(text);
    await openAppeal(test, OWNER, key, 'It is an advert.');
    const before = await readArticle(test.pool, key);
    if (what === 'a replay') await replayArticle(test.pool, test.log, key, { overrules: true });
    else await test.accept({ id: before?.externalId ?? '', format: 'html', text: `${text}<p>It rained.</p>` }, 'hooked');
    const { rows } = await test.pool.query(
      'SELECT decided_at IS NULL AS open, upheld FROM copydesk.appeals WHERE article_id = $1',
      [key.articleId],
    );
    expect(rows).toEqual([{ open: false, upheld: null }]);
    expect(await stateOf(key)).toMatchObject({ review: 'none' });
    await expectFold(test.pool, key);
  });

  it('of another tenant is none', async () => {
    const key = await decided();
    await expectRefused(openAppeal(test, { ...OWNER, tenant: 'default' }, key, 'Mine?'), 'unknown_article');
  });

  it('loses its text with the content of the article', async () => {
    const key = await appealed();
    await purgeArticle(test.pool, test.log, key);
    const { rows } = await test.pool.query('SELECT text FROM copydesk.appeals WHERE article_id = $1', [key.articleId]);
    expect(rows).toEqual([{ text: '' }]);
    await expectFold(test.pool, key);
  });
});
