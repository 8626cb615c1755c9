import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { startRetention } from '../../../src/service/relay/start-retention.ts';
import { openLog } from '../../../src/service/telemetry/open-log.ts';
import { type Day, UNWELCOME, untilAllOver } from './open-day.ts';
import { Table } from './review-stories.ts';

const PAUSE_MS = 300;
/** Whoever sends looks now for what is due. */
const WAKE = `SELECT pg_notify('copydesk_delivery', '')`;

interface Row {
  readonly tenant: 'default' | 'hooked' | 'deaf' | 'fickle';
  readonly id: string;
}

/** Some are moderated anew: dead ones, accepted ones, ones that somebody has claimed or decided on. */
export async function replayStories(day: Day): Promise<void> {
  const rows = await day.sql<Row>(
    `SELECT tenant, article_id AS id FROM copydesk.articles
      WHERE NOT superseded AND NOT purged AND (processing = 'dead' OR seq % 13 = 0) ORDER BY seq`,
  );
  for (const { tenant, id } of rows) {
    const { status, text } = await day.ask(tenant, `/v1/articles/${id}/replay`, { method: 'POST' });
    expect(status, text).toBe(202);
  }
  await untilAllOver(day);
}

const settle = (day: Day, tenant: string, state: string) =>
  day.until(
    `the end of what is ${state}`,
    `SELECT count(*)::int AS n FROM copydesk.deliveries WHERE tenant = '${tenant}' AND state IN (${state})`,
  );

/** Rejects an article that was flagged just now. */
async function reject(day: Day, tenant: 'hooked' | 'fickle', more: object = {}): Promise<void> {
  const id = await day.api.flag(more, tenant);
  const table = new Table(day, { tenant, id, revision: 1 });
  await table.decide(day.lead, await table.claim(day.lead), 'rejected');
}

/** Time passes: holds end, those who failed try again; one publisher takes its webhook away, another has all that is dead sent again. */
export async function deliverStories(day: Day): Promise<void> {
  const { ask, sql, until } = day;
  await reject(day, 'fickle');
  // At once: a decision is held for ten seconds.
  expect((await ask('fickle', '/v1/tenant', { method: 'PUT', body: { webhookUrl: null } })).status).toBe(200);
  await reject(day, 'hooked', { id: UNWELCOME });
  await sql(`UPDATE copydesk.deliveries SET due_at = now() WHERE state = 'held'`);
  // Whoever fetches is told at once, others within a minute.
  expect((await ask('fickle', '/v1/deliveries?limit=1')).status).toBe(200);
  await sql(WAKE);
  for (const tenant of ['hooked', 'fickle']) await settle(day, tenant, `'held'`);
  // Whoever failed tries again sooner than after minutes, as often as it takes.
  const isOpen = `tenant = 'hooked' AND state IN ('pending', 'delivering', 'retrying')`;
  for (let open = 1; open > 0; await sleep(PAUSE_MS)) {
    await sql(`UPDATE copydesk.deliveries SET due_at = now() WHERE state = 'retrying' AND tenant = 'hooked' AND due_at > now()`);
    await sql(WAKE);
    open = (await sql(`SELECT 1 FROM copydesk.deliveries WHERE ${isOpen}`)).length;
  }
  // Nobody will ever listen there: some are given up.
  await sql(
    `UPDATE copydesk.deliveries SET due_at = now() - interval '1 hour', give_up_at = now() WHERE id IN (
       SELECT id FROM copydesk.deliveries WHERE tenant = 'deaf' AND state = 'retrying' ORDER BY seq LIMIT 3)`,
  );
  await sql(WAKE);
  await until(
    'dead letters',
    `SELECT count(*)::int AS n FROM copydesk.deliveries WHERE tenant = 'deaf' AND state = 'retrying' AND give_up_at <= now()`,
  );
  const again = await ask('hooked', '/v1/deliveries/replay', { method: 'POST' });
  expect(again.status, again.text).toBe(202);
  expect(again.json.replayed).toBeGreaterThan(0);
  await settle(day, 'hooked', `'pending', 'delivering'`);
}

/** Content goes: of some because it was asked for, of others because it is old. */
export async function purgeStories(day: Day): Promise<void> {
  const { ask, sql, until, api } = day;
  const asked = await sql<Row>('SELECT DISTINCT tenant, article_id AS id FROM copydesk.articles WHERE seq % 17 = 0');
  for (const { tenant, id } of asked) {
    const { status, text } = await ask(tenant, `/v1/articles/${id}`, { method: 'DELETE' });
    expect(status, text).toBe(200);
  }
  await sql(
    `UPDATE copydesk.articles a SET received_at = received_at - interval '40 days', changed_at = changed_at - interval '40 days'
      WHERE seq % 19 = 0 AND NOT purged AND status NOT IN ('pending', 'flagged') AND NOT EXISTS (SELECT FROM copydesk.deliveries d
        WHERE d.article_id = a.article_id AND d.state IN ('held', 'pending', 'retrying', 'delivering'))`,
  );
  // The desk's own looks once a minute.
  const retention = startRetention(api.desk.pool, openLog(api.place.logFile, 'info'), { defaultDays: 30, fingerprintDays: 30 });
  await until(
    'the end of what is old',
    `SELECT count(*)::int AS n FROM copydesk.articles WHERE changed_at < now() - interval '30 days' AND NOT purged`,
  );
  await retention.stop();
}
