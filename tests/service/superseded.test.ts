import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDecision } from '../../src/service/processing/create-decision.ts';
import { processArticle } from '../../src/service/processing/process-article.ts';
import { relayOutbox } from '../../src/service/relay/relay-outbox.ts';
import { Turns } from '../../src/service/relay/turns.ts';
import type { ArticleEvent } from '../../src/service/store/article-event.ts';
import type { ArticleKey } from '../../src/service/store/article-key.ts';
import { changeArticle } from '../../src/service/store/change-article.ts';
import { purgeArticle } from '../../src/service/store/purge-article.ts';
import { readArticle } from '../../src/service/store/read-article.ts';
import { readInput } from '../../src/service/store/read-input.ts';
import { readResult } from '../../src/service/store/read-result.ts';
import { readWork } from '../../src/service/store/read-work.ts';
import { replayArticle } from '../../src/service/store/replay-article.ts';
import { addHookedTenant } from './add-hooked-tenant.ts';
import { expectFold, readLog } from './open-test-desk.ts';
import { openTestStore, type TestStore } from './open-test-store.ts';
import { readEvents } from './store/read-events.ts';
import { availableModes } from './test-place.ts';

const CLEAN =
  'The harbour council of Merrow met at noon on Monday to hear what the pilots of the eastern channel wanted from it.';
const SPAM = `${CLEAN}\n\n▶ [Quillbay] Transaction fee 0% discount CODE◀\n\n${CLEAN}`;

/** Brings a fresh article to a step of its way. */
const STEPS = ['received', 'queued', 'processing', 'retrying', 'flagged', 'undelivered', 'dead'] as const;
type Step = (typeof STEPS)[number];

describe.each(availableModes())('in the mode %s', (mode) => {
  let test: TestStore;
  let count = 0;

  beforeAll(async () => {
    test = await openTestStore(mode);
    await addHookedTenant(test.pool);
  }, 200_000);

  afterAll(() => test.close(), 200_000);

  const work = async (key: ArticleKey) => {
    const found = await readWork(test.pool, key);
    if (!found) throw new Error('there is no such article');
    return found;
  };

  async function append(key: ArticleKey, ...events: readonly ArticleEvent[]): Promise<void> {
    const { article } = await work(key);
    expect(await changeArticle(test.pool, { article, events }, new Date())).toBeDefined();
  }

  const moderated = async (key: ArticleKey) => processArticle(test.processing, { key, traceId: '' }, 'm-0');
  const deliveriesOf = async ({ articleId, revision }: ArticleKey) =>
    (
      await test.pool.query<{ state: string; run: number }>(
        'SELECT state, run FROM copydesk.deliveries WHERE article_id = $1 AND revision = $2 ORDER BY seq',
        [articleId, revision],
      )
    ).rows;
  const outboxOf = async ({ articleId }: ArticleKey) =>
    (await test.pool.query<{ revision: number }>('SELECT revision FROM copydesk.outbox WHERE article_id = $1', [articleId])).rows;

  async function bringTo(step: Step, tenant = 'hooked'): Promise<{ key: ArticleKey; id: string }> {
    const id = `${step}-${count++}`;
    const { article } = await test.accept({ id, text: step === 'flagged' ? SPAM.repeat(3) : CLEAN }, tenant);
    const { key } = article;
    if (step === 'received') return { key, id };
    if (step === 'flagged' || step === 'undelivered') await moderated(key);
    else await append(key, { name: 'article.queued', data: { job: 'm-0' } });
    if (step === 'processing' || step === 'retrying') await append(key, { name: 'processing.started', data: { attempt: 1 } });
    if (step === 'retrying')
      await append(key, { name: 'processing.failed', data: { attempt: 1, code: 'deadline', final: false } });
    if (step === 'dead') {
      await append(key, { name: 'processing.started', data: { attempt: 1 } });
      const read = await work(key);
      const { type, ...delivery } = createDecision('article.dead', read.way);
      const events = [{ name: 'processing.failed', data: { attempt: 1, code: 'deadline', final: true, delivery } } as const];
      await changeArticle(test.pool, { article: read.article, events, decision: { ...delivery, type } }, new Date());
    }
    return { key, id };
  }

  /** Whatever comes late to an article that is over finds nothing to do. */
  async function expectLeftAlone(key: ArticleKey): Promise<void> {
    const before = await readArticle(test.pool, key);
    await moderated(key);
    const turns = new Turns();
    while ((await relayOutbox(test.pool, test.transport.queue, test.log, turns, 100)) > 0);
    expect(await readArticle(test.pool, key)).toEqual(before);
    await expectFold(test.pool, key);
  }

  it.each(STEPS)('a newer revision takes the place of one that is %s', async (step) => {
    const { key, id } = await bringTo(step);
    const results = (await readResult(test.pool, key)) !== undefined;
    const { article: newer } = await test.accept({ id, text: `${CLEAN} It met again at night.` }, 'hooked');
    expect(newer.key).toEqual({ ...key, revision: 2 });
    const old = await readArticle(test.pool, key);
    expect(old?.state).toMatchObject({ superseded: true, review: 'none' });
    expect(['none', 'cancelled']).toContain(old?.state.delivery);
    expect((await readEvents(test.pool, key)).at(-1)?.name).toBe('article.superseded');
    for (const { state } of await deliveriesOf(key)) expect(state).toBe('cancelled');
    expect(await outboxOf(key)).toEqual([{ revision: 2 }]);
    await expectLeftAlone(key);
    expect((await readResult(test.pool, key)) !== undefined).toBe(results);
    await moderated(newer.key);
    expect((await deliveriesOf(newer.key)).map(({ state }) => state)).toEqual(['pending']);
    await expectFold(test.pool, newer.key);
  });

  describe('an older revision that comes after a newer one', () => {
    const send = (id: string, revision: number) => test.accept({ id, revision, text: `${CLEAN} Version ${revision}.` }, 'hooked');

    it.each(['waiting', 'decided'] as const)('is kept, superseded from the start, when the newer one is %s', async (is) => {
      const id = `late ${is}`;
      const { article: newer } = await send(id, 3);
      if (is === 'decided') await moderated(newer.key);
      const before = await readArticle(test.pool, newer.key);
      const { article: late, isNew } = await send(id, 1);
      expect([late.key, isNew]).toEqual([{ ...newer.key, revision: 1 }, true]);
      expect(late.state).toMatchObject({ processing: 'superseded', superseded: true, delivery: 'none' });
      expect(await readArticle(test.pool, late.key)).toEqual(late);
      expect((await readEvents(test.pool, late.key)).map(({ name, data }) => [name, 'by' in data ? data.by : undefined])).toEqual(
        [
          ['article.received', undefined],
          ['article.superseded', 3],
        ],
      );
      expect(await readArticle(test.pool, newer.key)).toEqual(before);
      expect((await outboxOf(newer.key)).map(({ revision }) => revision)).toEqual(is === 'waiting' ? [3] : []);
      await expectLeftAlone(late.key);
      if (is === 'waiting') await moderated(newer.key);
      expect((await deliveriesOf(newer.key)).map(({ state }) => state)).toEqual(['pending']);
      expect(await deliveriesOf(late.key)).toEqual([]);
      expect(await send(id, 1)).toMatchObject({ isNew: false, article: { state: { superseded: true } } });
    });

    it('is named in the log as what the newer one superseded', async () => {
      const { article: newer } = await send('late logged', 2);
      const { article: late } = await send('late logged', 1);
      await expect
        .poll(() =>
          readLog(test.place).filter(
            ({ event, article_id }) => event === 'article.superseded' && article_id === late.key.articleId,
          ),
        )
        .toMatchObject([{ revision: 1, by: newer.key.revision }]);
    });

    it('is of a purged one all the same', async () => {
      const { article: newer } = await send('late purged', 2);
      await purgeArticle(test.pool, test.log, newer.key);
      expect((await send('late purged', 1)).article.state.superseded).toBe(true);
    });
  });

  it('every older revision that still counts is superseded, not only the one before', async () => {
    const { key, id } = await bringTo('undelivered');
    const { article: second } = await test.accept({ id, text: `${CLEAN} Second.` }, 'hooked');
    // As versions before this one left it: two revisions that count.
    await test.pool.query(
      `UPDATE copydesk.articles SET superseded = false, delivery = 'pending' WHERE article_id = $1 AND revision = 1`,
      [key.articleId],
    );
    await test.pool.query(`UPDATE copydesk.deliveries SET state = 'pending' WHERE article_id = $1 AND revision = 1`, [
      key.articleId,
    ]);
    await test.accept({ id, text: `${CLEAN} Third.` }, 'hooked');
    for (const old of [key, second.key]) {
      expect((await readArticle(test.pool, old))?.state).toMatchObject({ superseded: true });
      for (const { state } of await deliveriesOf(old)) expect(state).toBe('cancelled');
    }
  });

  it('a result that comes after a newer revision is not kept, nor told', async () => {
    const { article } = await test.accept({ id: 'overtaken', text: CLEAN }, 'hooked');
    const threads = {
      moderate: async (input: Parameters<typeof test.processing.threads.moderate>[0]) => {
        await test.accept({ id: 'overtaken', text: `${CLEAN} Corrected.` }, 'hooked');
        return test.processing.threads.moderate(input);
      },
    };
    await processArticle({ ...test.processing, threads }, { key: article.key, traceId: '' }, 'm-0');
    expect(await readResult(test.pool, article.key)).toBeUndefined();
    expect(await deliveriesOf(article.key)).toEqual([]);
    expect((await readArticle(test.pool, article.key))?.state).toMatchObject({ processing: 'superseded', superseded: true });
    await expectFold(test.pool, article.key);
  });

  it.each(STEPS)('an article that is %s can be purged: content gone, events kept, nothing told', async (step) => {
    const { key, id } = await bringTo(step);
    const before = (await readEvents(test.pool, key)).length;
    const purged = await purgeArticle(test.pool, test.log, key);
    expect(purged?.state).toMatchObject({ purged: true, review: 'none' });
    expect(await readInput(test.pool, key)).toEqual({ id: '', text: '', revision: 1 });
    expect(await readResult(test.pool, key)).toBeUndefined();
    const { rows } = await test.pool.query(
      'SELECT title, search::text, input_sha256 FROM copydesk.articles WHERE article_id = $1',
      [key.articleId],
    );
    expect(rows).toEqual([{ title: '', search: '', input_sha256: '' }]);
    for (const { state } of await deliveriesOf(key)) expect(state).toBe('cancelled');
    expect(await outboxOf(key)).toEqual([]);
    await expectLeftAlone(key);
    expect(await readEvents(test.pool, key)).toHaveLength(before + 1);
    expect(await purgeArticle(test.pool, test.log, key)).toEqual(purged);
    await expect(replayArticle(test.pool, test.log, key)).rejects.toMatchObject({ code: 'purged' });
    const again = await test.accept({ id, text: CLEAN }, 'hooked');
    expect(again).toMatchObject({ isNew: true, article: { key: { revision: 2 } } });
  });

  it.each(['flagged', 'undelivered', 'dead'] as const)(
    'an article that is %s can be replayed, and is told of once',
    async (step) => {
      const { key } = await bringTo(step);
      const replayed = await replayArticle(test.pool, test.log, key);
      expect(replayed?.state).toMatchObject({ processing: 'received', run: 2, attempt: 0, delivery: 'cancelled' });
      expect(await outboxOf(key)).toEqual([{ revision: 1 }]);
      await expect(replayArticle(test.pool, test.log, key)).rejects.toMatchObject({ code: 'under_way' });
      await moderated(key);
      expect(await deliveriesOf(key)).toEqual([
        { state: 'cancelled', run: 1 },
        { state: 'pending', run: 2 },
      ]);
      await expectFold(test.pool, key);
    },
  );

  it('writes nothing when the tenant gets a webhook between reading and writing, and the right way on the next try', async () => {
    await test.pool.query(`INSERT INTO copydesk.tenants (id) VALUES ('late')`);
    const { article } = await test.accept({ id: 'late', text: CLEAN }, 'late');
    const threads = {
      moderate: async (input: Parameters<typeof test.processing.threads.moderate>[0]) => {
        await test.pool.query(
          `UPDATE copydesk.tenants SET webhook_url = 'https://example.org/', webhook_secrets = '{whsec_1}' WHERE id = 'late'`,
        );
        return test.processing.threads.moderate(input);
      },
    };
    await processArticle({ ...test.processing, threads }, { key: article.key, traceId: '' }, 'm-0');
    expect((await readArticle(test.pool, article.key))?.state.delivery).toBe('pending');
    expect(await deliveriesOf(article.key)).toEqual([{ state: 'pending', run: 1 }]);
    await expectFold(test.pool, article.key);
  });
});
