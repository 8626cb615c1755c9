import { Queue, QueueEvents } from 'bullmq';
import { Redis } from 'ioredis';
import { expect } from 'vitest';
import type { Article } from '../../../src/index.ts';
import { type Day, TENANTS, type Tenant, untilAllOver } from './open-day.ts';
import { LONG, writeStory } from './write-story.ts';

const BATCH = 25;
/** More than moderate at once. */
const THREADS = 8;
/** Stories that come in another way: by the desk's own command, or straight from the queue. */
const isSpecial = (number: number): boolean => number % 10 === 3;

/** Most are of the two publishers of whom most is to be seen. */
const tenantOf = (number: number): Tenant =>
  TENANTS[[0, 1, 0, 1, 0, 1, 1, 0, 2, 3][Math.floor(number / 7) % 10] ?? 0] ?? 'default';

async function submit({ ask }: Day, tenant: Tenant, articles: readonly Article[]): Promise<void> {
  const { status, text, json } = await ask(tenant, '/v1/articles', { body: { articles } });
  // 200: the very same was taken in before.
  expect([200, 202], text.slice(0, 500)).toContain(status);
  expect(json.articles, text.slice(0, 500)).toEqual(
    articles.map(() => expect.objectContaining({ revision: expect.any(Number) })),
  );
}

/** Where there is a Redis, publishers may put articles on a queue of their own; one of these is refused. */
async function enqueue({ api }: Day, articles: readonly Article[]): Promise<void> {
  const redis = new Redis(api.place.env.REDIS_URL ?? '', { maxRetriesPerRequest: null });
  const queue = new Queue('copydesk-intake', { connection: redis, prefix: '{copydesk}' });
  const events = new QueueEvents('copydesk-intake', { connection: redis.duplicate(), prefix: '{copydesk}' });
  await events.waitUntilReady();
  const jobs = await queue.addBulk(articles.map((article) => ({ name: 'article', data: { article } })));
  for (const job of jobs) await job.waitUntilFinished(events, 60_000);
  await events.close();
  await queue.close();
  redis.disconnect();
}

/** The queue loses what waits on it, as after the loss of a Redis, or of its tables. */
async function loseJobs({ api, mode, sql }: Day): Promise<void> {
  if (mode === 'redis+postgres') {
    const redis = new Redis(api.place.env.REDIS_URL ?? '');
    await redis.flushdb();
    await redis.set('claimed', '1', 'EX', 600);
    redis.disconnect();
  } else await sql(`DELETE FROM bullmq.job WHERE state = 'waiting'`);
  // What was told a moment ago is not missed yet.
  await sql(`UPDATE copydesk.outbox SET told_at = now() - interval '1 minute' WHERE told_at IS NOT NULL`);
}

/** Long stories that all who moderate have in hand, and others that wait behind them. */
const writeQueue = (from: number): readonly Article[] => [
  ...Array.from({ length: THREADS }, (_, number) => ({ ...LONG, id: `${LONG.id} ${from + number}` })),
  ...Array.from({ length: BATCH - THREADS }, (_, number) => writeStory(from + number)),
];

/** Of stories that do not wait no job is lost. Where all were too quick more come, until some were not. */
async function loseSome(day: Day, count: number): Promise<void> {
  const isLost = async () =>
    (await day.sql(`SELECT 1 FROM copydesk.events WHERE name = 'processing.stalled' LIMIT 1`)).length > 0;
  for (let from = count; !(await isLost()); from += BATCH) {
    await submit(day, 'default', writeQueue(from));
    await day.until(
      'jobs on the queue',
      `SELECT (NOT EXISTS (SELECT FROM copydesk.outbox WHERE told_at IS NOT NULL)
         AND EXISTS (SELECT FROM copydesk.articles WHERE status = 'pending'))::int AS n`,
    );
    await loseJobs(day);
    await untilAllOver(day);
  }
}

/** While a long story is being moderated, its next revision comes. */
async function overtake(day: Day): Promise<void> {
  await submit(day, 'default', [LONG]);
  await day.until(
    'the start of a long story',
    `SELECT 1 - count(*)::int AS n FROM copydesk.articles WHERE external_id = '${LONG.id}' AND processing = 'processing'`,
  );
  await submit(day, 'default', [{ id: LONG.id, text: 'It was all a mistake.' }]);
}

/** Takes stories in by every way there is, some of them twice, loses jobs meanwhile, and waits until each has its outcome. */
export async function submitStories(day: Day, count: number): Promise<void> {
  const numbers = Array.from({ length: count }, (_, number) => number);
  const special = numbers.filter((number) => tenantOf(number) === 'default' && isSpecial(number));
  if (day.mode === 'redis+postgres')
    await enqueue(
      day,
      special.map((number) => writeStory(number)),
    );
  else for (const number of special) await day.api.desk.accept(writeStory(number));
  const others = numbers.filter((number) => !special.includes(number));
  for (const [tenant, own] of Map.groupBy(others, tenantOf)) {
    for (let at = 0; at < own.length; at += BATCH) {
      const stories = own.slice(at, at + BATCH).map((number) => writeStory(number));
      await submit(day, tenant, stories);
      if (at === 0) {
        await submit(day, tenant, stories);
        await loseJobs(day);
      }
    }
  }
  await untilAllOver(day);
  await loseSome(day, count);
  await overtake(day);
  await untilAllOver(day);
}

/** New content of every eleventh story, wherever it stands, and for some an older revision that comes late. */
export async function reviseStories(day: Day, count: number): Promise<void> {
  for (let number = 5; number < count; number += 11) {
    const tenant = tenantOf(number);
    await submit(day, tenant, [{ ...writeStory(number, 2), ...(number % 2 === 0 && { revision: 4 }) }]);
    if (number % 2 === 0) await submit(day, tenant, [{ ...writeStory(number, 3), revision: 3 }]);
  }
  await untilAllOver(day);
}
