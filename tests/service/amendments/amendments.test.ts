import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../../../src/moderation/model/article.ts';
import type { ModeratedArticle } from '../../../src/moderation/model/moderated-article.ts';
import { moderatedArticleSchema } from '../../../src/schema/moderated-article-schema.ts';
import { amendArticle } from '../../../src/service/amendments/amend-article.ts';
import { NoEffectError } from '../../../src/service/amendments/no-effect-error.ts';
import { readAmendments } from '../../../src/service/amendments/read-amendments.ts';
import { withdrawAmendments } from '../../../src/service/amendments/withdraw-amendments.ts';
import { claimDeliveries } from '../../../src/service/delivery/claim-deliveries.ts';
import { listDeliveries } from '../../../src/service/delivery/list-deliveries.ts';
import { processArticle } from '../../../src/service/processing/process-article.ts';
import { claimArticle } from '../../../src/service/review/claim-article.ts';
import { decideArticle } from '../../../src/service/review/decide-article.ts';
import { renewLease } from '../../../src/service/review/lease.ts';
import type { Person } from '../../../src/service/review/person.ts';
import { readStandingResult } from '../../../src/service/review/read-standing-result.ts';
import { undoDecision } from '../../../src/service/review/undo-decision.ts';
import type { ArticleKey } from '../../../src/service/store/article-key.ts';
import { purgeArticle } from '../../../src/service/store/purge-article.ts';
import { readArticle } from '../../../src/service/store/read-article.ts';
import { readResult } from '../../../src/service/store/read-result.ts';
import { replayArticle } from '../../../src/service/store/replay-article.ts';
import { addHookedTenant } from '../add-hooked-tenant.ts';
import { endHold } from '../end-hold.ts';
import { CANARY, expectFold } from '../open-test-desk.ts';
import { openTestStore, type TestStore } from '../open-test-store.ts';
import { readEvents } from '../store/read-events.ts';
import { availableModes } from '../test-place.ts';
import { openDrafting, type TestDrafting } from './open-drafting.ts';

const SHOWN =
  'The harbour council of Merrow met at noon on Monday to hear what the pilots of the eastern channel wanted from it.';
const HIDDEN = 'The pilots also asked for a second light on the northern pier.';
const TEXT = `<article><h1>Pilots of Merrow meet the council</h1><p>${SHOWN}</p><p style="display:none">${HIDDEN}</p><p>The pilots of the
  eastern channel left at four.</p></article>`;
const at = (part: string) => ({ start: TEXT.indexOf(part), end: TEXT.indexOf(part) + part.length });
const RESTORE = { kind: 'restore', ...at(HIDDEN) } as const;
const ANN: Person = { id: 'per_ann', tenant: null, role: 'moderator' };
const BEN: Person = { id: 'per_ben', tenant: null, role: 'moderator' };
const SHARE = { free: 100, inFlight: 0, isBehind: false };
const LIMITS = { limit: 100, limitBehind: 10, shares: { hooked: SHARE }, leaseSeconds: 10 };
const sha = (text: string) => createHash('sha256').update(text).digest('hex');
const idsOf = async (test: TestStore, key: ArticleKey) => (await readAmendments(test.pool, key)).map(({ id }) => id);

describe.each(availableModes())('amendments in the mode %s', (mode) => {
  let test: TestStore;
  let threads: TestDrafting;
  let count = 0;

  beforeAll(async () => {
    test = await openTestStore(mode);
    threads = await openDrafting(test);
    await addHookedTenant(test.pool);
  }, 200_000);

  afterAll(async () => {
    await threads.close();
    await test.close();
  }, 200_000);

  async function flag(article: Partial<Article> = {}): Promise<ArticleKey> {
    const sent = { id: `amended ${count++}`, format: 'html', text: TEXT, ...article } as const;
    const { article: accepted } = await test.accept(sent, 'hooked');
    await processArticle(threads.processing, { key: accepted.key, traceId: '' }, 'm-0');
    return accepted.key;
  }

  async function claimed(): Promise<ArticleKey> {
    const key = await flag();
    await claimArticle(test, ANN, key);
    return key;
  }

  const amend = (key: ArticleKey, ...amendments: Parameters<typeof amendArticle>[3]['amendments']) =>
    amendArticle(threads.drafting, ANN, key, { fence: 1, amendments });
  const standing = async (key: ArticleKey) => {
    const found = await readStandingResult(test.pool, key);
    if (!found) throw new Error('nothing stands');
    expect(sha(found.json)).toBe(found.sha256);
    return { ...found, result: JSON.parse(found.json) as ModeratedArticle };
  };
  const decide = async (key: ArticleKey, fence = 1) =>
    decideArticle(test, ANN, key, { fence, decision: 'accepted', reason: 'mended', result: (await standing(key)).sha256 });
  const nameLast = async (key: ArticleKey) => (await readEvents(test.pool, key)).at(-1);

  it('makes the result anew with what a person changes, and takes it back again', async () => {
    const key = await claimed();
    const machine = (await readResult(test.pool, key)) ?? '';
    expect(JSON.parse(machine).text).not.toContain(HIDDEN);
    await amend(key, RESTORE, { kind: 'replace', ...at('at noon'), text: 'at one' });
    const draft = await standing(key);
    expect(draft.isAmended).toBe(true);
    expect(draft.result.text).toContain(HIDDEN);
    expect(draft.result.text).toContain('met at one on Monday');
    expect(moderatedArticleSchema.safeParse(draft.result).error).toBeUndefined();
    expect(draft.result.provenance.amends).toEqual({ sha256: sha(machine), isRepeated: true });
    const [first = '', second = ''] = await idsOf(test, key);
    expect(draft.result.amendments?.map(({ id, effect }) => `${id} ${effect}`)).toEqual(
      [first, second].sort().map((id) => `${id} applied`),
    );
    await withdrawAmendments(threads.drafting, ANN, key, { fence: 1, amendments: [first] });
    expect((await standing(key)).result.text).not.toContain(HIDDEN);
    expect((await standing(key)).result.text).toContain('met at one on Monday');
    await withdrawAmendments(threads.drafting, ANN, key, { fence: 1, amendments: [second] });
    expect(await standing(key)).toMatchObject({ json: machine, isAmended: false });
    const names = (await readEvents(test.pool, key)).map(({ name }) => name);
    expect(names.slice(-5)).toEqual([
      'review.claimed',
      'span.restored',
      'text.edited',
      'amendment.withdrawn',
      'amendment.withdrawn',
    ]);
    await expectFold(test.pool, key);
  });

  it('says in the event what was changed by its hash only', async () => {
    const key = await claimed();
    await amend(key, { kind: 'replace', ...at('at noon'), text: `at ${CANARY}` });
    const [stored] = await readAmendments(test.pool, key);
    const event = await nameLast(key);
    expect(event?.data).toEqual({ by: ANN.id, fence: 1, amendment: stored?.id, sha256: stored?.sha256 });
    expect(sha(JSON.stringify(stored?.amendment))).toBe(stored?.sha256);
    expect(JSON.stringify(await readEvents(test.pool, key))).not.toContain(CANARY);
  });

  it('sends the bytes that were decided on, by webhook and in the feed', async () => {
    const key = await claimed();
    const machine = sha((await readResult(test.pool, key)) ?? '');
    await amend(key, RESTORE);
    const stale = decideArticle(test, ANN, key, { fence: 1, decision: 'accepted', reason: null, result: machine });
    await expect(stale).rejects.toMatchObject({ code: 'stale_result' });
    await decide(key);
    const decided = await nameLast(key);
    await endHold(test.pool, key.articleId);
    const ours = (await claimDeliveries(test.pool, LIMITS)).find(({ article }) => article.key.articleId === key.articleId);
    const feed = await listDeliveries(test, { tenant: 'hooked', limit: 1000, withBodies: true });
    const listed = feed.deliveries.findLast(({ articleId }) => articleId === key.articleId);
    for (const body of [ours?.body ?? '', listed?.body ?? '']) {
      const { result, ...data } = JSON.parse(body).data;
      expect(data).toMatchObject({ status: 'accepted', decision: 'accepted', reason: 'mended', isAmended: true });
      expect(data.outcome).toBe(result.verdict.outcome);
      expect(result.text).toContain(HIDDEN);
      const bytes = body.slice(body.indexOf(',"result":') + ',"result":'.length, -2);
      expect(sha(bytes)).toBe(decided?.name === 'review.decided' ? decided.data.result : undefined);
    }
    await expectFold(test.pool, key);
  });

  it('keeps what was decided on when the draft changes after an undo', async () => {
    const key = await claimed();
    await amend(key, RESTORE);
    await decide(key);
    const decided = await nameLast(key);
    await endHold(test.pool, key.articleId);
    await claimDeliveries(test.pool, LIMITS);
    await undoDecision(test, ANN, key);
    expect((await standing(key)).result.text).toContain(HIDDEN);
    const [amendment = ''] = await idsOf(test, key);
    await withdrawAmendments(threads.drafting, ANN, key, { fence: 2, amendments: [amendment] });
    const { rows } = await test.pool.query<{ sha256: string; json: string }>(
      'SELECT sha256, json FROM copydesk.decided WHERE article_id = $1',
      [key.articleId],
    );
    expect(rows.map((row) => [row.sha256, sha(row.json)])).toEqual([
      decided?.name === 'review.decided' && [decided.data.result, decided.data.result],
    ]);
    await expectFold(test.pool, key);
  });

  it.each([
    ['a span in which nothing was changed', { kind: 'restore', ...at('left at') }, 'nothing_there'],
    ['a span beyond the article', { kind: 'remove', start: 0, end: TEXT.length + 1 }, 'out_of_range'],
    ['half a surrogate pair', { kind: 'replace', ...at('at noon'), text: '\ud83d' }, 'ill_formed_text'],
  ] as const)('refuses, with all that came with it, %s', async (_, bad, reason) => {
    const key = await claimed();
    const before = await readArticle(test.pool, key);
    const refused = await amend(key, RESTORE, bad).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(NoEffectError);
    expect(refused instanceof NoEffectError && refused.amendments).toEqual([{ index: 1, reason }]);
    expect(await readArticle(test.pool, key)).toEqual(before);
    expect([await idsOf(test, key), (await standing(key)).isAmended]).toEqual([[], false]);
  });

  it('lets nobody amend without the claim of now', async () => {
    const key = await flag();
    const wish = { fence: 1, amendments: [RESTORE] };
    await expect(amendArticle(threads.drafting, ANN, key, wish)).rejects.toMatchObject({ code: 'unclaimed' });
    await claimArticle(test, ANN, key);
    await expect(amendArticle(threads.drafting, BEN, key, wish)).rejects.toMatchObject({ code: 'claimed' });
    await expect(amendArticle(threads.drafting, ANN, key, { ...wish, fence: 2 })).rejects.toMatchObject({ code: 'stale_claim' });
    const withdrawn = withdrawAmendments(threads.drafting, ANN, key, { fence: 1, amendments: ['am_none'] });
    await expect(withdrawn).rejects.toMatchObject({ code: 'unknown_amendment' });
    expect((await standing(key)).isAmended).toBe(false);
  });

  it('takes both of two changes that one person makes at once in two places', async () => {
    const key = await claimed();
    await Promise.all([amend(key, RESTORE), amend(key, { kind: 'remove', ...at('at four') })]);
    const { result } = await standing(key);
    expect(result.text).toContain(HIDDEN);
    expect(result.text).not.toContain('at four');
    await expectFold(test.pool, key);
  });

  it.each(['replay', 'revision'] as const)('discards visibly what stood before a %s', async (kind) => {
    const key = await claimed();
    await amend(key, RESTORE, { kind: 'remove', ...at('at four') });
    const externalId = (await readArticle(test.pool, key))?.externalId;
    if (kind === 'replay') await replayArticle(test.pool, test.log, key, { overrules: true });
    else await test.accept({ id: externalId ?? '', format: 'html', text: TEXT.replace('four', 'five') }, 'hooked');
    const event = await nameLast(key);
    expect(event).toMatchObject({ name: kind === 'replay' ? 'article.replayed' : 'article.superseded', data: { discarded: 2 } });
    expect([await idsOf(test, key), (await standing(key)).isAmended]).toEqual([[], false]);
    expect(await renewLease(test.pool, key, ANN.id, 1)).toBe(false);
    await expectFold(test.pool, key);
  });

  it('empties what people wrote when the content goes', async () => {
    const key = await claimed();
    await amend(key, { kind: 'replace', ...at('at noon'), text: `at ${CANARY}` });
    await decide(key);
    await purgeArticle(test.pool, test.log, key);
    for (const table of ['amendments', 'drafts', 'decided', 'results', 'deliveries']) {
      const { rows } = await test.pool.query(`SELECT * FROM copydesk.${table} WHERE article_id = $1`, [key.articleId]);
      expect(JSON.stringify(rows)).not.toContain(CANARY);
    }
    expect(await readAmendments(test.pool, key)).toMatchObject([{ amendment: null }]);
    expect(await readStandingResult(test.pool, key)).toBeUndefined();
    await expectFold(test.pool, key);
  });

  it('says when the machine no longer finds what it found', async () => {
    const words =
      'The wardens of the salt works at Ostrel counted every barrel twice before the autumn fair opened to anybody at all. ';
    const text = `<article><p>${words.repeat(1)}They went home by the lower road when the bells of the old customs house rang for the third time that day.</p>
      <p style="display:none">${HIDDEN}</p></article>`;
    const first = await flag({ text, title: 'Barrels of Ostrel' });
    const copy = await flag({ text, title: 'Barrels of Ostrel again' });
    const { findings } = (await standing(copy)).result;
    expect(findings.map(({ kind }) => kind)).toContain('cross_article_duplicate');
    await purgeArticle(test.pool, test.log, first);
    await claimArticle(test, ANN, copy);
    await amend(copy, { kind: 'restore', start: text.indexOf(HIDDEN), end: text.indexOf(HIDDEN) + HIDDEN.length });
    const { result } = await standing(copy);
    expect(result.provenance.amends?.isRepeated).toBe(false);
  });
});
