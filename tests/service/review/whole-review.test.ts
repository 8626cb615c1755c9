import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amendArticle } from '../../../src/service/amendments/amend-article.ts';
import { hashList } from '../../../src/service/amendments/hash-list.ts';
import { NoEffectError } from '../../../src/service/amendments/no-effect-error.ts';
import { readAmendments } from '../../../src/service/amendments/read-amendments.ts';
import { withdrawAmendments } from '../../../src/service/amendments/withdraw-amendments.ts';
import { readBodies } from '../../../src/service/delivery/read-bodies.ts';
import { RefusedError } from '../../../src/service/intake/refused-error.ts';
import { decideAppeal } from '../../../src/service/review/appeals/decide-appeal.ts';
import { openAppeal } from '../../../src/service/review/appeals/open-appeal.ts';
import { checkDecision } from '../../../src/service/review/checks/check-decision.ts';
import { offerCheck } from '../../../src/service/review/checks/offer-check.ts';
import { claimArticle } from '../../../src/service/review/claim-article.ts';
import { decideArticle } from '../../../src/service/review/decide-article.ts';
import { escalateArticle } from '../../../src/service/review/escalate-article.ts';
import { releaseArticle } from '../../../src/service/review/release-article.ts';
import { ReviewError } from '../../../src/service/review/review-error.ts';
import { undoDecision } from '../../../src/service/review/undo-decision.ts';
import type { ArticleKey } from '../../../src/service/store/article-key.ts';
import { readArticle } from '../../../src/service/store/read-article.ts';
import { replayArticle } from '../../../src/service/store/replay-article.ts';
import { expectFold } from '../open-test-desk.ts';
import { readEvents } from '../store/read-events.ts';
import { availableModes } from '../test-place.ts';
import { ANN, BEN, FLAGGED, LEAD, OWNER, openReview, RESTORE, type TestReview } from './open-review.ts';

const REMOVE = { kind: 'remove', start: FLAGGED.indexOf('at noon'), end: FLAGGED.indexOf('at noon') + 7 } as const;
const REPLACE = { ...REMOVE, kind: 'replace', text: 'at one' } as const;

const ACTS = [
  ...(['claim', 'claim', 'release', 'restore', 'remove', 'replace', 'withdraw', 'accept', 'reject', 'undo', 'escalate'] as const),
  ...(['appeal', 'uphold', 'turn down', 'check', 'lease over', 'hold over', 'send', 'replay'] as const),
];
type Act = (typeof ACTS)[number];

describe.each(availableModes())('the whole review in the mode %s', (mode) => {
  let test: TestReview;

  beforeAll(async () => {
    test = await openReview(mode);
    await test.pool.query('UPDATE copydesk.tenants SET second_review_share = 1');
  }, 200_000);

  afterAll(() => test.close(), 200_000);

  async function carryOut(act: Act, person: typeof ANN, key: ArticleKey): Promise<unknown> {
    const state = (await readArticle(test.pool, key))?.state;
    const fence = state?.fence ?? 0;
    const amend = (...amendments: Parameters<typeof amendArticle>[3]['amendments']) =>
      amendArticle(test.drafting, person, key, { fence, amendments });
    const wish = async () => ({
      fence,
      reason: 'other',
      result: state?.processing === 'cleaned' ? await test.standing(key) : '',
    });
    const other = state?.decision === 'rejected' ? 'accepted' : 'rejected';
    switch (act) {
      case 'claim':
        return claimArticle(test, person, key);
      case 'release':
        return releaseArticle(test, person, key, fence);
      case 'restore':
        return amend(RESTORE);
      case 'remove':
        return amend(REMOVE);
      case 'replace':
        return amend(REPLACE);
      case 'withdraw': {
        const [first] = await readAmendments(test.pool, key);
        return withdrawAmendments(test.drafting, person, key, { fence, amendments: [first?.id ?? 'am_none'] });
      }
      case 'accept':
        return decideArticle(test, person, key, { ...(await wish()), decision: 'accepted' });
      case 'reject':
        return decideArticle(test, person, key, { ...(await wish()), decision: 'rejected' });
      case 'undo':
        return undoDecision(test, person, key);
      case 'escalate':
        return escalateArticle(test, person, key, { fence, reason: 'unsure' });
      case 'appeal':
        return openAppeal(test, OWNER, key, 'It is news.');
      case 'uphold':
        return decideAppeal(test, person, key, { ...(await wish()), upheld: true, decision: other });
      case 'turn down':
        return decideAppeal(test, person, key, { ...(await wish()), upheld: false, decision: state?.decision ?? 'accepted' });
      case 'check':
        await test.pool.query(`UPDATE copydesk.checks SET decided_at = now() - interval '1 minute' WHERE article_id = $1`, [
          key.articleId,
        ]);
        await offerCheck(test.pool, key.tenant, person);
        return checkDecision(test, person, key, { decision: 'accepted', reason: null });
      case 'lease over':
        return test.pool.query('UPDATE copydesk.leases SET until = now() WHERE article_id = $1', [key.articleId]);
      case 'hold over':
        return test.endHold(key);
      case 'send':
        return test.send();
      case 'replay':
        await replayArticle(test.pool, test.log, key, { overrules: true });
        return test.process(key);
    }
  }

  /** There is a draft exactly when amendments stand, and it is theirs. */
  async function expectDraft(key: ArticleKey): Promise<void> {
    const list = await readAmendments(test.pool, key);
    const { rows } = await test.pool.query<{ list: string; json: string; sha256: string }>(
      'SELECT list, json, sha256 FROM copydesk.drafts WHERE article_id = $1',
      [key.articleId],
    );
    expect(rows.map((row) => row.list)).toEqual(list.length === 0 ? [] : [hashList(list)]);
    for (const { json, sha256 } of rows) {
      expect(createHash('sha256').update(json).digest('hex')).toBe(sha256);
      const ids = (JSON.parse(json) as { amendments: readonly { id: string }[] }).amendments.map(({ id }) => id);
      expect(ids.sort()).toEqual(list.map(({ id }) => id).sort());
    }
  }

  /** What is told of each decision is what its event names. */
  async function expectBytes(key: ArticleKey): Promise<void> {
    const told = new Map<string, string>();
    for (const { name, data } of await readEvents(test.pool, key)) {
      if (name === 'review.decided' || name === 'appeal.decided') told.set(data.delivery.id, data.result);
    }
    const bodies = await readBodies(test.pool, [...told.keys()]);
    expect(bodies.size).toBe(told.size);
    for (const [id, body] of bodies) {
      const bytes = body.slice(body.indexOf(',"result":') + ',"result":'.length, -2);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(told.get(id));
    }
  }

  async function expectWhole(key: ArticleKey): Promise<void> {
    await expectFold(test.pool, key);
    await expectDraft(key);
    await expectBytes(key);
    const state = (await readArticle(test.pool, key))?.state;
    const count = async (table: string, which: string) =>
      (await test.pool.query(`SELECT FROM copydesk.${table} WHERE article_id = $1 AND ${which}`, [key.articleId])).rows.length;
    expect(await count('deliveries', `state IN ('held', 'pending', 'retrying', 'delivering')`)).toBeLessThanOrEqual(1);
    expect(await count('appeals', 'decided_at IS NULL')).toBe(state?.review === 'appealed' ? 1 : 0);
    expect(await count('leases', 'until > now()')).toBeLessThanOrEqual(state?.claimant === null ? 0 : 1);
  }

  it('keeps chain, fold, drafts and what publishers are told, whatever people do in whatever order', async () => {
    const acts = fc.array(fc.tuple(fc.constantFrom(...ACTS), fc.constantFrom(ANN, BEN, LEAD)), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(acts, async (sequence) => {
        const key = await test.submit(FLAGGED);
        for (const [act, person] of sequence) {
          await carryOut(act, person, key).catch((error: unknown) => {
            const isRefused = error instanceof ReviewError || error instanceof NoEffectError || error instanceof RefusedError;
            expect(isRefused, `${act}: ${error instanceof Error ? error.stack : error}`).toBe(true);
          });
        }
        await expectWhole(key);
      }),
      { numRuns: 25 },
    );
  }, 300_000);

  it('comes through a way on which all of it happens', async () => {
    const key = await test.submit(FLAGGED);
    const way: readonly (readonly [Act, typeof ANN])[] = [
      ...([
        ['claim', ANN],
        ['restore', ANN],
        ['replace', ANN],
        ['withdraw', ANN],
        ['reject', ANN],
        ['undo', ANN],
      ] as const),
      ...([
        ['reject', ANN],
        ['hold over', ANN],
        ['send', ANN],
        ['check', BEN],
        ['appeal', BEN],
        ['claim', BEN],
      ] as const),
      ...([
        ['restore', BEN],
        ['uphold', BEN],
        ['undo', BEN],
        ['turn down', BEN],
        ['hold over', BEN],
        ['send', BEN],
      ] as const),
      ...([
        ['undo', LEAD],
        ['claim', LEAD],
        ['uphold', LEAD],
        ['replay', ANN],
      ] as const),
    ];
    for (const [act, person] of way) await carryOut(act, person, key);
    await expectWhole(key);
    const names = new Set(await test.namesOf(key));
    for (const name of [
      'span.restored',
      'text.edited',
      'amendment.withdrawn',
      'review.checked',
      'appeal.decided',
      'article.replayed',
    ]) {
      expect(names).toContain(name);
    }
  });
});
