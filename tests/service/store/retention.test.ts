import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadRuleset } from '../../../src/index.ts';
import { acceptAlone } from '../../../src/service/intake/accept-submissions.ts';
import { toSubmission } from '../../../src/service/intake/submission.ts';
import { startHeartbeat } from '../../../src/service/process/start-heartbeat.ts';
import { processArticle } from '../../../src/service/processing/process-article.ts';
import { startRetention } from '../../../src/service/relay/start-retention.ts';
import type { ArticleKey } from '../../../src/service/store/article-key.ts';
import { changeArticle } from '../../../src/service/store/change-article.ts';
import { purgeArticle } from '../../../src/service/store/purge-article.ts';
import { purgeExpired } from '../../../src/service/store/purge-expired.ts';
import { readArticle } from '../../../src/service/store/read-article.ts';
import { readHealth } from '../../../src/service/store/read-health.ts';
import { readResult } from '../../../src/service/store/read-result.ts';
import { recordRuleset } from '../../../src/service/store/record-ruleset.ts';
import { expectFold, expectLogContract } from '../open-test-desk.ts';
import { openTestStore, type TestStore } from '../open-test-store.ts';
import { availableModes } from '../test-place.ts';

const CLEAN =
  'The harbour council of Merrow met at noon on Monday to hear what the pilots of the eastern channel wanted from it.';
const SPAM = `${CLEAN}\n\n▶ [Quillbay] Transaction fee 0% discount CODE◀\n\n${CLEAN}`.repeat(3);

describe.each(availableModes())('in the mode %s', (mode) => {
  let test: TestStore;
  let count = 0;

  beforeAll(async () => {
    test = await openTestStore(mode);
    await test.pool.query(`INSERT INTO copydesk.tenants (id, retention_days) VALUES ('brief', 10), ('plain', NULL)`);
    await test.pool.query(`INSERT INTO copydesk.tenants (id, retention_days, webhook_url, webhook_secrets)
      VALUES ('hooked', 10, 'https://example.org/hook', '{whsec_1}')`);
  }, 200_000);

  afterAll(async () => {
    expectLogContract(test.place);
    await test.close();
  }, 200_000);

  interface Ageing {
    readonly isDone?: boolean;
    readonly text?: string;
    /** Days since the last event; by default as many as since the article came. */
    readonly changed?: number;
  }

  async function addAged(tenant: string, days: number, ageing: Ageing = {}): Promise<ArticleKey> {
    const { isDone = true, text = 'The council met at noon.', changed = days } = ageing;
    const { article } = await test.accept({ id: `aged ${count++}`, text }, tenant);
    if (isDone) await processArticle(test.processing, { key: article.key, traceId: '' }, 'm-0');
    await test.pool.query(
      `UPDATE copydesk.articles SET received_at = now() - make_interval(days => $2), changed_at = now() - make_interval(days => $3)
        WHERE article_id = $1`,
      [article.key.articleId, days, changed],
    );
    return article.key;
  }

  const isPurged = async (key: ArticleKey) => (await readArticle(test.pool, key))?.state.purged;

  it('content goes when its tenant no longer keeps it, its own days before those of the settings', async () => {
    const keys = {
      old: await addAged('brief', 11),
      young: await addAged('brief', 9),
      underWay: await addAged('brief', 11, { isDone: false }),
      plain: await addAged('plain', 400),
    };
    expect(await purgeExpired(test.pool, undefined, 50)).toHaveLength(1);
    expect(await isPurged(keys.old)).toBe(true);
    expect(await readResult(test.pool, keys.old)).toBeUndefined();
    await expectFold(test.pool, keys.old);
    expect(await purgeExpired(test.pool, 500, 50)).toHaveLength(0);
    expect(await purgeExpired(test.pool, 399, 50)).toHaveLength(1);
    expect(await Promise.all([keys.young, keys.underWay, keys.plain].map(isPurged))).toEqual([false, false, true]);
  });

  it('an article that was decided late stays as long as one that was decided at once', async () => {
    const late = await addAged('brief', 11, { changed: 9 });
    expect(await purgeExpired(test.pool, undefined, 50)).toEqual([]);
    expect(await isPurged(late)).toBe(false);
    await purgeArticle(test.pool, test.log, late);
  });

  it('a decision that nobody was told stays until it is told, or given up', async () => {
    const key = await addAged('hooked', 11);
    const setState = (state: string) =>
      test.pool.query('UPDATE copydesk.deliveries SET state = $2 WHERE article_id = $1', [key.articleId, state]);
    for (const state of ['held', 'pending', 'delivering', 'retrying']) {
      await setState(state);
      expect(await purgeExpired(test.pool, undefined, 50), state).toEqual([]);
    }
    await setState('delivered');
    expect(await purgeExpired(test.pool, undefined, 50)).toHaveLength(1);
  });

  it('an article that waits for a person stays four times as long', async () => {
    const waits = await addAged('brief', 39, { text: SPAM });
    const waited = await addAged('brief', 41, { text: SPAM });
    expect((await readArticle(test.pool, waits))?.state.review).toBe('flagged');
    expect((await purgeExpired(test.pool, undefined, 50)).map(({ key }) => key)).toEqual([waited]);
    expect(await isPurged(waits)).toBe(false);
    await purgeArticle(test.pool, test.log, waits);
  });

  it.each([
    ['ahead', 1],
    ['behind', -1],
  ])('ages count by the clock of the database, when that of the process is a day %s', async (name, days) => {
    const clock = new Date(Date.now() + days * 86_400_000);
    const [accepted] = await acceptAlone(test.pool, [toSubmission({ id: `clock ${name}`, text: 'It met.' }, 'plain')], clock);
    if (!accepted || accepted instanceof Error) throw new Error('the article was refused');
    const { article } = accepted;
    const events = [{ name: 'processing.started', data: { attempt: 1 } } as const];
    if (!(await changeArticle(test.pool, { article, events }, clock))) throw new Error('the article was not begun');
    const { rows } = await test.pool.query<Record<string, number>>(
      `SELECT extract(epoch FROM now() - a.received_at)::float8 AS received, extract(epoch FROM now() - o.created_at)::float8 AS told,
              extract(epoch FROM now() - a.changed_at)::float8 AS changed
         FROM copydesk.articles a JOIN copydesk.outbox o USING (tenant, article_id, revision) WHERE a.article_id = $1`,
      [article.key.articleId],
    );
    expect(Object.keys(rows[0] ?? {})).toHaveLength(3);
    for (const [what, age] of Object.entries(rows[0] ?? {})) expect(Math.abs(age), what).toBeLessThan(60);
  });

  it('goes in small batches until nothing is left, and answers to repeated requests go after a day', async () => {
    for (let index = 0; index < 120; index++) await addAged('brief', 30);
    await test.pool.query(`INSERT INTO copydesk.idempotency (tenant, key, request_sha256, started_at, status, body)
      SELECT 'plain', 'k' || n, '', now() - make_interval(hours => 20 + n), 200, '{}' FROM generate_series(1, 130) AS n`);
    const retention = startRetention(test.pool, test.log, { defaultDays: undefined, fingerprintDays: 30 });
    const left = async (sql: string) => Number((await test.pool.query<{ n: string }>(sql)).rows[0]?.n);
    await expect
      .poll(() => left(`SELECT count(*) AS n FROM copydesk.articles WHERE tenant = 'brief' AND status = 'accepted'`), {
        timeout: 30_000,
      })
      .toBe(1);
    await expect.poll(() => left('SELECT count(*) AS n FROM copydesk.idempotency'), { timeout: 30_000 }).toBeLessThanOrEqual(4);
    await retention.stop();
    expect(await left('SELECT count(*) AS n FROM copydesk.idempotency')).toBeGreaterThanOrEqual(3);
  }, 200_000);

  describe('answers to repeated requests', () => {
    const keysLeft = async () =>
      (
        await test.pool.query<{ key: string }>(`SELECT key FROM copydesk.idempotency WHERE key LIKE 'age %' ORDER BY key`)
      ).rows.map(({ key }) => key);

    it('are kept for a day by the clock of the database, whatever the clock of the process', async () => {
      const at = async (age: string) =>
        test.pool.query(
          `INSERT INTO copydesk.idempotency (tenant, key, request_sha256, started_at, status, body)
           VALUES ('plain', 'age ' || $1, '', now() - $1::interval, 202, '{}')`,
          [age],
        );
      for (const age of ['00:00:00', '23:59:00', '24:00:01', '48:00:00']) await at(age);
      // On the embedded store this is the database's clock too: a day has passed for it.
      if (mode !== 'embedded') vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10 * 86_400_000 });
      const retention = startRetention(test.pool, test.log, { defaultDays: undefined, fingerprintDays: 30 });
      await sleep(1000);
      await retention.stop();
      vi.useRealTimers();
      expect(await keysLeft()).toEqual(['age 00:00:00', 'age 23:59:00']);
    });

    it.each(mode === 'embedded' ? [] : [mode])('are left to whoever holds them, and nobody is waited for', async () => {
      await test.pool.query(`DELETE FROM copydesk.idempotency`);
      await test.pool.query(`INSERT INTO copydesk.idempotency (tenant, key, request_sha256, started_at)
        SELECT 'plain', 'age ' || n, '', now() - interval '2 days' FROM generate_series(1, 3) AS n`);
      const other = await test.pool.connect();
      await other.query('BEGIN');
      await other.query(`SELECT FROM copydesk.idempotency WHERE key = 'age 2' FOR UPDATE`);
      const retention = startRetention(test.pool, test.log, { defaultDays: undefined, fingerprintDays: 30 });
      await expect.poll(keysLeft, { timeout: 10_000 }).toEqual(['age 2']);
      await other.query('COMMIT');
      other.release();
      await retention.stop();
    });
  });

  it('keeps up with what grows: 6,000 fingerprints go within seconds', async () => {
    const key = await addAged('plain', 0);
    await test.pool.query(
      `INSERT INTO copydesk.articles (tenant, article_id, revision, input, input_sha256, trace_id, received_at, changed_at, processing, review, delivery, attempt, version)
       SELECT tenant, 'many', n, '', '', '', received_at, changed_at, processing, review, delivery, attempt, version
         FROM copydesk.articles, generate_series(1, 6000) AS n WHERE article_id = $1`,
      [key.articleId],
    );
    await test.pool.query(`INSERT INTO copydesk.fingerprints (tenant, article_id, revision, stored_at, external_id, source, words, paragraphs, keys)
      SELECT 'plain', 'many', n, now() - interval '40 days', '', '', 1, '', ARRAY[n] FROM generate_series(1, 6000) AS n`);
    const left = async () =>
      Number(
        (await test.pool.query<{ n: string }>(`SELECT count(*) AS n FROM copydesk.fingerprints WHERE article_id = 'many'`))
          .rows[0]?.n,
      );
    const retention = startRetention(test.pool, test.log, { defaultDays: undefined, fingerprintDays: 30 });
    await expect.poll(left, { timeout: 8000 }).toBe(0);
    await retention.stop();
  });

  it('processes say that they are up, and health tells what is known', async () => {
    expect(await readHealth(test.pool)).toMatchObject({ seenSeconds: {}, concurrency: 0 });
    const settings = { roles: ['worker', 'relay'], concurrency: 6 };
    const beats = [settings, { roles: ['api'], concurrency: undefined }].map((one) =>
      startHeartbeat(test.pool, one, () => undefined),
    );
    await expect.poll(async () => (await readHealth(test.pool)).concurrency).toBe(6);
    await expect
      .poll(async () => Object.keys((await readHealth(test.pool)).seenSeconds).sort())
      .toEqual(['api', 'relay', 'worker']);
    await test.pool.query(`UPDATE copydesk.processes SET seen_at = now() - interval '50 seconds' WHERE 'worker' = ANY(roles)`);
    const silent = await readHealth(test.pool);
    expect(silent.concurrency).toBe(0);
    expect(silent.seenSeconds.worker).toBeGreaterThanOrEqual(50);
    expect(silent.seenSeconds.api).toBeLessThan(30);
    await test.pool.query(`INSERT INTO copydesk.processes (id, roles, started_at, seen_at)
      VALUES ('gone', '{deliver}', now() - interval '1 day', now() - interval '2 hours')`);
    await expect
      .poll(async () => (await readHealth(test.pool)).seenSeconds.deliver, { timeout: 20_000, interval: 500 })
      .toBeUndefined();
    for (const beat of beats) await beat.stop();
    expect((await readHealth(test.pool)).seenSeconds).toEqual({});
  });

  it('health knows how long the oldest article on its way has waited', async () => {
    await test.pool.query('DELETE FROM copydesk.outbox');
    expect((await readHealth(test.pool)).oldestSeconds).toBe(0);
    await addAged('plain', 0, { isDone: false });
    await sleep(50);
    const { oldestSeconds } = await readHealth(test.pool);
    expect(oldestSeconds).toBeGreaterThan(0.04);
    expect(oldestSeconds).toBeLessThan(60);
  });

  it('a ruleset is kept once, however many workers start with it', async () => {
    const ruleset = loadRuleset();
    await recordRuleset(test.pool, ruleset);
    await recordRuleset(test.pool, ruleset);
    const { rows } = await test.pool.query<{ version: string; json: string }>('SELECT version, json FROM copydesk.rulesets');
    expect(rows.map(({ version }) => version)).toEqual([ruleset.version]);
    expect(JSON.parse(rows[0]?.json ?? '')).toEqual(JSON.parse(JSON.stringify(ruleset)));
  });
});
