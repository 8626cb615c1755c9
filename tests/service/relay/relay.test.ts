import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { ModerationQueue } from '../../../src/service/queue/transport.ts';
import { reconcile } from '../../../src/service/relay/reconcile.ts';
import { relayOutbox } from '../../../src/service/relay/relay-outbox.ts';
import { startRelay } from '../../../src/service/relay/start-relay.ts';
import { Turns } from '../../../src/service/relay/turns.ts';
import type { ArticleKey } from '../../../src/service/store/article-key.ts';
import { openNotices } from '../../../src/service/store/notices.ts';
import { untellOutbox } from '../../../src/service/store/outbox.ts';
import { readArticle } from '../../../src/service/store/read-article.ts';
import { runCopydesk } from '../../cli/run-copydesk.ts';
import { runInside } from '../../cli/run-inside.ts';
import { expectFold, expectLogContract, readLog } from '../open-test-desk.ts';
import { openTestStore, type TestStore } from '../open-test-store.ts';
import { availableModes } from '../test-place.ts';

const AT_ONCE = 50;
const TEXT = 'The harbour council of Merrow met at noon on Monday to hear what the pilots wanted.';
/** Reading all articles takes longer than a statement of a desk may. */
const SLOW_ARTICLES = `ALTER TABLE copydesk.articles RENAME TO all_articles;
  CREATE VIEW copydesk.articles AS SELECT a.* FROM (SELECT pg_sleep(12.5) OFFSET 0) AS slow, copydesk.all_articles AS a`;

describe.each(availableModes())('the relay in the mode %s', (mode) => {
  let test: TestStore;

  beforeAll(async () => {
    test = await openTestStore(mode);
  }, 200_000);

  afterAll(async () => {
    expectLogContract(test.place);
    await test.close();
  }, 200_000);

  async function acceptMany(tenant: string, count: number): Promise<readonly ArticleKey[]> {
    await test.pool.query('INSERT INTO copydesk.tenants (id) VALUES ($1) ON CONFLICT DO NOTHING', [tenant]);
    const ids = Array.from({ length: count }, (_, index) => `${tenant}-${index}-${Math.random()}`);
    const keys: ArticleKey[] = [];
    // No more at once than a pool serves while a call may wait for a connection.
    for (let from = 0; from < count; from += AT_ONCE) {
      const some = ids.slice(from, from + AT_ONCE);
      const accepted = await Promise.all(some.map((id) => test.accept({ id, text: TEXT }, tenant)));
      keys.push(...accepted.map(({ article }) => article.key));
    }
    return keys;
  }

  /** Nothing is on its way any more. */
  async function clear(): Promise<void> {
    await test.transport.queue.clear();
    await test.pool.query('DELETE FROM copydesk.outbox');
  }

  const countWaiting = async () =>
    Number((await test.pool.query<{ n: string }>('SELECT count(*) AS n FROM copydesk.outbox WHERE told_at IS NULL')).rows[0]?.n);

  /** What was added, in its order. */
  function recording(): { readonly queue: ModerationQueue; readonly tenants: string[] } {
    const tenants: string[] = [];
    const { queue } = test.transport;
    const add: ModerationQueue['add'] = (jobs) => {
      tenants.push(...jobs.map(({ key }) => key.tenant));
      return queue.add(jobs);
    };
    return { queue: { ...queue, add }, tenants };
  }

  it('takes tenants in turn by their weights, and one that comes late at once', async () => {
    await clear();
    await acceptMany('long', 300);
    await acceptMany('other', 100);
    await acceptMany('heavy', 200);
    await test.pool.query(`UPDATE copydesk.tenants SET weight = 3 WHERE id = 'heavy'`);
    const { queue, tenants } = recording();
    const turns = new Turns();
    for (let round = 0; round < 5; round++) await relayOutbox(test.pool, queue, test.log, turns, 20);
    expect(tenants).toHaveLength(100);
    const count = (name: string) => tenants.filter((tenant) => tenant === name).length;
    expect(count('heavy')).toBeGreaterThanOrEqual(57);
    expect(count('heavy')).toBeLessThanOrEqual(63);
    expect(Math.abs(count('long') - count('other'))).toBeLessThanOrEqual(3);
    await acceptMany('late', 1);
    await relayOutbox(test.pool, queue, test.log, turns, 5);
    expect(tenants.slice(100)).toContain('late');
  });

  it('puts a row on the queue once when several relays take at the same time', async () => {
    await clear();
    const keys = await acceptMany('several', 120);
    const relays = Array.from({ length: 4 }, recording);
    let taken = 1;
    while (taken > 0 || (await countWaiting()) > 0) {
      const counts = await Promise.all(relays.map(({ queue }) => relayOutbox(test.pool, queue, test.log, new Turns(), 25)));
      taken = counts.reduce((sum, count) => sum + count, 0);
    }
    expect(relays.flatMap(({ tenants }) => tenants)).toHaveLength(120);
    expect((await test.transport.queue.count()).waiting).toBe(120);
    for (const key of keys.slice(0, 3)) await expectFold(test.pool, key);
  });

  it('keeps the queue short while articles wait, and goes on as there is room', async () => {
    await clear();
    await acceptMany('window', 260);
    const notices = openNotices(test.pool, () => undefined);
    const settings = { reconcileSeconds: 60, graceSeconds: 60 };
    const relay = startRelay(test.pool, test.transport.queue, notices, test.log, settings);
    const waiting = async () => (await test.transport.queue.count()).waiting;
    await expect.poll(waiting, { timeout: 20_000 }).toBe(100);
    await sleep(200);
    expect([await waiting(), await countWaiting()]).toEqual([100, 160]);
    await test.transport.queue.clear();
    await expect.poll(waiting, { timeout: 20_000 }).toBe(100);
    expect(await countWaiting()).toBe(60);
    await relay.stop();
    await notices.close();
  });

  it('is woken by a commit, not by its clock', async () => {
    await clear();
    const notices = openNotices(test.pool, () => undefined);
    const settings = { reconcileSeconds: 60, graceSeconds: 60 };
    const relay = startRelay(test.pool, test.transport.queue, notices, test.log, settings);
    await sleep(300);
    const times: number[] = [];
    for (let index = 0; index < 7; index++) {
      await acceptMany('woken', 1);
      const from = performance.now();
      while ((await countWaiting()) > 0) await sleep(1);
      times.push(performance.now() - from);
      await sleep(50);
    }
    // By its clock alone it would look once a second.
    expect(times.sort((a, b) => a - b)[3]).toBeLessThan(400);
    await relay.stop();
    await notices.close();
  });

  it('finds every lost job among more than one page of them, and leaves those alone that are there', async () => {
    await clear();
    const keys = await acceptMany('lost', 1150);
    const turns = new Turns();
    while ((await relayOutbox(test.pool, test.transport.queue, test.log, turns, 100)) > 0);
    await test.transport.queue.clear();
    const kept = keys.slice(0, 40);
    const jobs = await Promise.all(kept.map((key) => readArticle(test.pool, key)));
    await test.transport.queue.add(
      jobs.flatMap((article) => (article?.jobId ? [{ id: article.jobId, key: article.key, traceId: article.traceId }] : [])),
    );
    expect(await reconcile(test.pool, test.transport.queue, test.log, 3600)).toBe(0);
    expect(await reconcile(test.pool, test.transport.queue, test.log, 0)).toBe(1110);
    expect(await reconcile(test.pool, test.transport.queue, test.log, 0)).toBe(0);
    expect(await countWaiting()).toBe(1110);
    while ((await relayOutbox(test.pool, test.transport.queue, test.log, turns, 100)) > 0);
    expect((await test.transport.queue.count()).waiting).toBe(1150);
    for (const key of [kept[0], keys[60], keys.at(-1)]) if (key) await expectFold(test.pool, key);
  }, 200_000);

  it('sets aside what refuses an event, and goes on with the others', async () => {
    await clear();
    const [odd, even] = await acceptMany('refusing', 2);
    if (!odd || !even) throw new Error('there are two');
    // As the first version left it: told, and never recorded as queued.
    await test.pool.query("UPDATE copydesk.outbox SET told_at = now() - interval '1 hour'");
    await relayOutbox(test.pool, test.transport.queue, test.log, new Turns(), 100);
    await test.pool.query(`UPDATE copydesk.outbox SET told_at = NULL WHERE article_id = $1`, [even.articleId]);
    await relayOutbox(test.pool, test.transport.queue, test.log, new Turns(), 100);
    await test.transport.queue.clear();
    expect(await reconcile(test.pool, test.transport.queue, test.log, 0)).toBe(2);
    expect(readLog(test.place).filter(({ code }) => code === 'transition')).toHaveLength(1);
    expect(await relayOutbox(test.pool, test.transport.queue, test.log, new Turns(), 100)).toBe(2);
    expect((await test.transport.queue.count()).waiting).toBe(2);
    for (const key of [odd, even]) await expectFold(test.pool, key);
  });

  it('relays what waits while store and queue cannot be compared', async () => {
    await clear();
    const notices = openNotices(test.pool, () => undefined);
    const queue = {
      ...test.transport.queue,
      promoteStray: () => Promise.reject(new Error('refused')),
    };
    const relay = startRelay(test.pool, queue, notices, test.log, { reconcileSeconds: 1, graceSeconds: 0 });
    await acceptMany('compared', 3);
    await expect.poll(async () => (await test.transport.queue.count()).waiting, { timeout: 10_000 }).toBe(3);
    await relay.stop();
    await notices.close();
  });

  it.each(mode === 'embedded' ? [] : [mode])('waits for nobody who holds a row of the outbox', async () => {
    await clear();
    await acceptMany('held', 3);
    const { rows } = await test.pool.query<{ id: string }>('UPDATE copydesk.outbox SET told_at = now() RETURNING id');
    const ids = rows.map(({ id }) => id).sort((a, b) => Number(a) - Number(b));
    const other = await test.pool.connect();
    await other.query('BEGIN');
    await other.query('SELECT FROM copydesk.outbox WHERE id = $1 FOR UPDATE', [ids[1]]);
    const waiting = sleep(2000, 'it waits');
    expect(await Promise.race([untellOutbox(test.pool, [...ids].reverse()), waiting])).not.toBe('it waits');
    expect(await countWaiting()).toBe(2);
    await other.query('ROLLBACK');
    other.release();
  });

  it('leaves rows untold when the queue does not answer', async () => {
    await clear();
    await acceptMany('away', 30);
    const queue = { ...test.transport.queue, add: () => Promise.reject(new Error('away')) };
    await expect(relayOutbox(test.pool, queue, test.log, new Turns(), 100)).rejects.toThrow('away');
    expect(await countWaiting()).toBe(30);
    expect(await relayOutbox(test.pool, test.transport.queue, test.log, new Turns(), 100)).toBe(30);
    expect((await test.transport.queue.count()).waiting).toBe(30);
  });

  it.each(mode === 'embedded' ? [] : [mode])('is rebuilt by a command, which also shows how it stands', async () => {
    await clear();
    await acceptMany('rebuilt', 70);
    const { env } = test.place;
    while ((await relayOutbox(test.pool, test.transport.queue, test.log, new Turns(), 100)) > 0);
    await test.transport.queue.clear();
    const lost = await runInside(['queue', 'status', '--json'], '', { env });
    expect(JSON.parse(lost.stdout)).toMatchObject({ told: 70, waiting: 0, jobs: { waiting: 0, active: 0, delayed: 0 } });
    // As compose sets it: the lines of the log have no place in the one value that was asked for.
    const rebuilt = await runCopydesk(['queue', 'rebuild', '--json'], { env: { ...env, COPYDESK_LOG: 'stdout' } });
    expect(rebuilt.code).toBe(0);
    expect(JSON.parse(rebuilt.stdout)).toEqual({ lost: 70, added: 70, waiting: 0 });
    expect(rebuilt.stderr.split('\n').filter((line) => line.includes('"article.queued"'))).toHaveLength(70);
    expect((await test.transport.queue.count()).waiting).toBe(70);
    // Where nothing is set, the lines are in the log that serve writes, without a gap.
    await test.transport.queue.clear();
    const { COPYDESK_LOG: _, ...unset } = env;
    const countQueued = () => readLog(test.place).filter(({ event }) => event === 'article.queued').length;
    const before = countQueued();
    const quiet = await runCopydesk(['queue', 'rebuild', '--json'], { env: unset });
    expect(JSON.parse(quiet.stdout)).toEqual({ lost: 70, added: 70, waiting: 0 });
    expect(quiet.stderr).toBe('');
    expect(countQueued() - before).toBe(70);
    const again = await runInside(['queue', 'rebuild'], '', { env });
    expect(again.stdout).toBe('0 articles had lost their jobs; 0 were put on the transport; 0 wait for room on it.\n');
    const shown = await runInside(['queue', 'status'], '', { env });
    expect(shown.stdout).toMatch(/pending +\d+\n/u);
    expect(shown.stdout).toMatch(/jobs on the transport\n {2}waiting +70\n/u);
  });
});

describe.each(availableModes().filter((mode) => mode === 'postgres'))('copydesk queue in the mode %s', (mode) => {
  it('counts for as long as it takes', async () => {
    const { pool, place, accept, close } = await openTestStore(mode);
    onTestFinished(close);
    await accept({ id: 'one', text: TEXT });
    await pool.query(SLOW_ARTICLES);
    const { code, stdout, stderr } = await runInside(['queue', 'status', '--json'], '', { env: place.env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ articles: { pending: 1 }, waiting: 1, told: 0 });
  }, 60_000);
});

describe('copydesk queue', () => {
  it.each([
    [['queue'], 64, 'say what to do with the queue'],
    [['queue', 'rebuid'], 64, 'rebuild'],
    [['queue', 'status', 'more'], 64, 'more is too many'],
    [['queue', 'status', '--data', ''], 64, '--data needs a folder'],
    [['queue', 'status'], 78, 'name one with DATABASE_URL or --data; a desk that runs tells of its queue in its metrics'],
    [['audit', 'key'], 78, 'name one with DATABASE_URL or --data; a desk that runs gives the same at GET /v1/desk/audit'],
    [['people', 'list'], 78, 'name one with DATABASE_URL or --data; the page of a desk that runs has the same under People'],
    [['precision'], 78, 'name one with DATABASE_URL or --data; a desk that runs gives the same at GET /v1/desk/precision'],
    [['audit', 'export', '--since', '2026-02-30'], 64, '--since needs a time'],
    [['audit', 'export', '--until', '2026-02-30'], 64, '--until needs a time'],
    [['audit', 'export', '--since', '7d', '--until', '2h'], 78, 'name one with DATABASE_URL'],
  ])('refuses %j', async (args, code, message) => {
    const env = { COPYDESK_DATA: '/nowhere', COPYDESK_URL: 'http://127.0.0.1:1', COPYDESK_KEY: 'ck_a_b' };
    const run = await runInside(args, '', { env });
    expect(run.code).toBe(code);
    expect(run.stderr).toContain(message);
  });

  it('says which server cannot be reached', async () => {
    const run = await runInside(['queue', 'status'], '', { env: { DATABASE_URL: 'postgres://127.0.0.1:1/none' } });
    expect(run.code).toBe(78);
    expect(run.stderr).toContain('DATABASE_URL: the server cannot be used');
  });
});
