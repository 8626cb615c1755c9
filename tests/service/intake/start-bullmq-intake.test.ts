import { Queue, QueueEvents, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { insertTenant } from '../../../src/service/access/insert-tenant.ts';
import { ConfigError } from '../../../src/service/config/config-error.ts';
import { readConfig } from '../../../src/service/config.ts';
import type { Desk } from '../../../src/service/open-desk.ts';
import { CANARY, expectLogContract, openTestDesk, readLog } from '../open-test-desk.ts';
import { createPlace, type TestPlace } from '../test-place.ts';

const TEXT = `The council met\n\nThe harbour council of Merrow met at noon on Monday to hear what the pilots wanted. ${CANARY}`;
const ON = { bullmqIntake: true } as const;

describe('COPYDESK_BULLMQ_INTAKE', () => {
  it('is off until it is switched on, and needs a Redis', () => {
    const servers = { DATABASE_URL: 'postgres://db/x', REDIS_URL: 'redis://cache' };
    expect(readConfig(servers).bullmqIntake).toBe(false);
    expect(readConfig({ ...servers, COPYDESK_BULLMQ_INTAKE: 'on' }).bullmqIntake).toBe(true);
    expect(() => readConfig({ COPYDESK_BULLMQ_INTAKE: 'on' })).toThrow(ConfigError);
    expect(() => readConfig({ ...servers, COPYDESK_BULLMQ_INTAKE: 'yes' })).toThrow(/COPYDESK_BULLMQ_INTAKE/u);
  });
});

describe.runIf(inject('servers') !== null)('articles put straight on the queue', () => {
  let place: TestPlace;
  let desk: Desk;
  let redis: Redis;
  let queue: Queue;
  let events: QueueEvents;

  beforeAll(async () => {
    place = await createPlace('redis+postgres');
    desk = await openTestDesk(place, ['api'], ON);
    redis = new Redis(place.env.REDIS_URL ?? '', { maxRetriesPerRequest: null });
    queue = new Queue('copydesk-intake', { connection: redis, prefix: '{copydesk}' });
    events = new QueueEvents('copydesk-intake', { connection: redis.duplicate(), prefix: '{copydesk}' });
    await events.waitUntilReady();
  });
  afterAll(async () => {
    await events.close();
    await queue.close();
    redis.disconnect();
    await desk.close();
    await place.remove();
  });

  async function submit(data: unknown) {
    const job = await queue.add('article', data);
    return job.waitUntilFinished(events, 60_000);
  }

  const countArticles = async () => (await desk.pool.query('SELECT 1 FROM copydesk.articles')).rows.length;

  it('are in the store when their job is done, once, and as the next revision when they change', async () => {
    const first = await submit({ article: { id: 'q1', text: TEXT } });
    expect(first).toEqual({ id: expect.stringMatching(/^art_/u), revision: 1, isNew: true });
    expect(await submit({ article: { id: 'q1', text: TEXT } })).toEqual({ ...first, isNew: false });
    expect(await submit({ article: { id: 'q1', text: `${TEXT} More.` } })).toEqual({ ...first, revision: 2 });
    const { rows } = await desk.pool.query('SELECT tenant, external_id, revision FROM copydesk.articles ORDER BY revision');
    expect(rows).toEqual([
      { tenant: 'default', external_id: 'q1', revision: 1 },
      { tenant: 'default', external_id: 'q1', revision: 2 },
    ]);
  });

  it('leave no text in Redis when their job is over, taken or refused', async () => {
    const taken = await queue.add('article', { article: { id: 'brief', text: TEXT } });
    const answer = await taken.waitUntilFinished(events, 60_000);
    const refused = await queue.add('article', { article: { id: 'brief\u0007', text: TEXT } });
    await expect(refused.waitUntilFinished(events, 60_000)).rejects.toThrow('bad_id: ');
    const [done, failed] = [await queue.getJob(taken.id ?? ''), await queue.getJob(refused.id ?? '')];
    expect([done?.data, done?.returnvalue]).toEqual([{ taken: answer }, answer]);
    expect(failed?.data).toEqual({ refused: expect.stringMatching(/^bad_id: /u) });
    expect(JSON.stringify([done, failed])).not.toContain(CANARY);
  });

  it('answer the same when their job is handed out again after its text is gone', async () => {
    const before = await countArticles();
    const taken = { id: 'art_1', revision: 1, isNew: true };
    expect(await submit({ taken })).toEqual(taken);
    await expect(submit({ refused: 'bad_id: the id' })).rejects.toThrow('bad_id: the id');
    expect(await countArticles()).toBe(before);
  });

  it('go to the tenant that the job names', async () => {
    await insertTenant(desk.pool, 'gazette');
    const { id } = await submit({ tenant: 'gazette', article: { id: 'q2', text: TEXT } });
    const { rows } = await desk.pool.query('SELECT tenant FROM copydesk.articles WHERE article_id = $1', [id]);
    expect(rows).toEqual([{ tenant: 'gazette' }]);
  });

  it.each([
    ['no article', {}, 'invalid: /article'],
    ['an unknown field', { article: { id: 'a', text: 'x', body: CANARY } }, 'invalid: /article'],
    ['something beside the article', { article: { id: 'a', text: 'x' }, key: 'ck' }, 'invalid: /'],
    ['an unknown tenant', { tenant: 'nobody', article: { id: 'a', text: 'x' } }, 'unknown_tenant: '],
    ['an id with a control character', { article: { id: 'a\u0007', text: 'x' } }, 'bad_id: '],
    ['too many lines', { article: { id: 'a', text: 'x\n'.repeat(500_001) } }, 'too_many_lines: '],
    ['no object', 'article', 'invalid: /'],
  ])('fail for good and are in the log when there is %s', async (_, data, reason) => {
    const before = await countArticles();
    const lines = readLog(place).length;
    const job = await queue.add('article', data, { attempts: 3 });
    await expect(job.waitUntilFinished(events, 60_000)).rejects.toThrow(reason);
    expect((await queue.getJob(job.id ?? ''))?.attemptsMade).toBe(1);
    expect(await countArticles()).toBe(before);
    const logged = readLog(place).slice(lines);
    expect(logged.map(({ event, code }) => [event, code])).toEqual([['article.refused', reason.split(':')[0]]]);
    expectLogContract(place);
  });

  it('wait while their tenant is over its limit', async () => {
    await insertTenant(desk.pool, 'small');
    await desk.pool.query("UPDATE copydesk.tenants SET rate_per_second = 0.5, burst = 1 WHERE id = 'small'");
    const start = performance.now();
    await Promise.all(['s1', 's2'].map((id) => submit({ tenant: 'small', article: { id, text: TEXT } })));
    expect(performance.now() - start).toBeGreaterThan(1000);
  });

  it('come again when the clock that put them off was a day ahead; what their sender put off waits', async () => {
    await desk.close();
    const day = 86_400_000;
    const [early, late] = [await queue.add('article', { article: { id: 'early', text: TEXT } }), { delay: day }];
    const own = await queue.add('article', { article: { id: 'own', text: TEXT } }, late);
    const taker = new Worker('copydesk-intake', null, { connection: redis, prefix: '{copydesk}', autorun: false });
    const job = await taker.getNextJob('gone', { block: false });
    expect(job?.id).toBe(early.id);
    await job?.moveToDelayed(Date.now() + day, 'gone');
    await taker.close();
    desk = await openTestDesk(place, ['api'], ON);
    expect(await early.waitUntilFinished(events, 20_000)).toMatchObject({ revision: 1, isNew: true });
    expect(await own.getState()).toBe('delayed');
  });

  it('are taken by the next process when nobody was there', async () => {
    await desk.close();
    const job = await queue.add('article', { article: { id: 'later', text: TEXT } });
    expect(await job.getState()).toBe('waiting');
    desk = await openTestDesk(place, ['api'], ON);
    expect(await job.waitUntilFinished(events, 60_000)).toMatchObject({ revision: 1, isNew: true });
  });
});
