import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../src/client/client.ts';
import { type Mode, readConfig } from '../../src/service/config.ts';
import { acceptArticle } from '../../src/service/intake/accept-article.ts';
import type { Desk } from '../../src/service/open-desk.ts';
import { addPerson } from '../../src/service/people/add-person.ts';
import { claimArticle } from '../../src/service/review/claim-article.ts';
import { decideArticle } from '../../src/service/review/decide-article.ts';
import { readStandingResult } from '../../src/service/review/read-standing-result.ts';
import { ROLES, type Role } from '../../src/service/roles.ts';
import type { ArticleKey } from '../../src/service/store/article-key.ts';
import { openStore } from '../../src/service/store/open-store.ts';
import { openLog } from '../../src/service/telemetry/open-log.ts';
import { type Receiver, startReceiver } from '../service/delivery/start-receiver.ts';
import { findPostgres } from '../service/find-postgres.ts';
import { expectFold, openTestDesk } from '../service/open-test-desk.ts';
import { availableModes, createPlace, type TestPlace } from '../service/test-place.ts';
import { makeCheckout } from './make-checkout.ts';
import { readShells } from './read-blocks.ts';
import { runShell } from './run-shell.ts';

const shells = readShells('docs/operators.md');
const KEY = `ck_operator_${'b2'.repeat(24)}`;
const HIDDEN = `<article><h1>Tides of Merrow</h1><p>The harbour council of Merrow met at noon to hear of the tide.</p>
  <p style="display:none">Win a prize at https://prize.example now.</p><p>The pilots left at four.</p></article>`;

/** Blocks of the page that hold one of these words, in the order of the page. */
const pick = (...words: readonly string[]): readonly string[] =>
  shells.map(({ code }) => code).filter((code) => words.some((word) => code.includes(word)));

/** What a reader types in each mode. */
const STEPS: Readonly<Record<Mode, { readonly backup: readonly string[]; readonly restore: readonly string[] }>> = {
  embedded: { backup: pick('copydesk() {', 'tar --create'), restore: pick('copydesk() {', 'tar --extract', 'queue rebuild') },
  postgres: { backup: pick('pg_dump'), restore: pick('copydesk() {', 'pg_restore', 'setval', 'queue rebuild') },
  'redis+postgres': {
    backup: pick('pg_dump'),
    restore: pick('copydesk() {', 'pg_restore', 'setval', 'flushdb', 'queue rebuild'),
  },
};
const METRICS = pick('/metrics');

/** A revision. */
interface Row extends ArticleKey {
  readonly externalId: string;
  readonly status: string;
}

async function readRows({ pool }: Pick<Desk, 'pool'>): Promise<readonly Row[]> {
  const { rows } = await pool.query<Row>(
    `SELECT tenant, article_id AS "articleId", revision, external_id AS "externalId", status FROM copydesk.articles ORDER BY seq`,
  );
  return rows;
}

/** Ids of decisions that publishers were told of or can fetch, with their places. */
async function readDecisions({ pool }: Pick<Desk, 'pool'>) {
  const { rows } = await pool.query<{ id: string; seq: string; article: string; type: string; state: string }>(
    `SELECT id, seq, article_id || ' ' || revision AS article, type, state FROM copydesk.deliveries ORDER BY seq`,
  );
  return rows;
}

async function readStates({ pool }: Pick<Desk, 'pool'>): Promise<ReadonlyMap<string, number>> {
  const { rows } = await pool.query<{ state: string; count: number }>(
    'SELECT processing AS state, count(*)::integer AS count FROM copydesk.articles GROUP BY processing',
  );
  return new Map(rows.map(({ state, count }) => [state, count]));
}

/** Articles that wait for the machine, and decisions that wait to be told. */
const OPEN = `SELECT (SELECT count(*) FROM copydesk.articles WHERE status = 'pending')
  + (SELECT count(*) FROM copydesk.deliveries WHERE state NOT IN ('delivered', 'cancelled', 'available')) AS open`;

/** Articles with two results of one run, two outcomes, or two decisions of one kind to be told. */
const DOUBLED = `SELECT article_id FROM copydesk.events WHERE name = 'article.cleaned' GROUP BY article_id, revision HAVING count(*) > 1
  UNION SELECT article_id FROM copydesk.deliveries WHERE state <> 'cancelled' GROUP BY article_id, revision, type HAVING count(*) > 1`;

/** A moderator accepts the article `decided`. */
async function decide(desk: Desk, place: TestPlace): Promise<void> {
  const account = { tenant: 'default', login: 'odile', name: 'Odile', role: 'moderator', email: null } as const;
  const person = {
    id: (await addPerson(desk.pool, account, 'cli', new Date())).id,
    tenant: 'default',
    role: 'moderator',
  } as const;
  const acting = { pool: desk.pool, log: openLog(place.logFile, 'info') };
  const key = (await readRows(desk)).find(({ externalId }) => externalId === 'decided');
  if (!key) throw new Error('no article is to be decided');
  const { state } = await claimArticle(acting, person, key);
  const { sha256 } = (await readStandingResult(desk.pool, key)) ?? { sha256: '' };
  await decideArticle(acting, person, key, { fence: state.fence, decision: 'accepted', reason: null, result: sha256 });
}

const QUEUED = ['queued-1', 'queued-2', 'queued-3'];
const RECEIVED = ['received-1', 'received-2'];

/** What the store has at the moment of the backup. */
interface Before {
  readonly rows: readonly Row[];
  readonly decisions: Awaited<ReturnType<typeof readDecisions>>;
}

/** Leaves articles waiting, three with jobs, and makes the backup beside a desk that runs. */
async function leaveQueued(
  open: (roles: readonly Role[]) => Promise<Desk>,
  submit: (desk: Desk, id: string) => Promise<unknown>,
  backUp: () => Promise<unknown>,
): Promise<Before> {
  const relaying = await open(['api', 'relay']);
  for (const id of QUEUED) await submit(relaying, id);
  await expect.poll(async () => (await readStates(relaying)).get('queued'), { timeout: 20_000 }).toBe(3);
  await relaying.close();
  const desk = await open(['api']);
  for (const id of RECEIVED) await submit(desk, id);
  const before = { rows: await readRows(desk), decisions: await readDecisions(desk) };
  await backUp();
  await desk.close();
  return before;
}

/** The embedded desk plays all roles: its articles are taken in without it, and the backup is made when nobody has the folder. */
async function leaveWaiting(place: TestPlace, backUp: () => Promise<unknown>): Promise<Before> {
  const { pool, close } = await openStore(readConfig(place.env).store, () => undefined);
  const log = openLog(place.logFile, 'info');
  for (const id of [...QUEUED, ...RECEIVED])
    await acceptArticle(pool, log, { id, source: 'gazette', text: `The ferry ${id} left at six.` });
  const before = { rows: await readRows({ pool }), decisions: await readDecisions({ pool }) };
  await close();
  await backUp();
  return before;
}

/**
 * What was told before the backup is not told again, and what was not is told under the ids that it had. Returns the places of later decisions in
 * the feed.
 */
async function expectTold(
  desk: Desk,
  before: Before,
  told: readonly string[],
  ids: readonly string[],
): Promise<readonly number[]> {
  const untold = before.decisions.filter(({ state }) => state === 'retrying').map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(untold));
  expect(ids.filter((id) => told.includes(id) && !untold.includes(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
  const known = new Set(before.decisions.map(({ id }) => id));
  const later = (await readDecisions(desk)).filter(({ id }) => !known.has(id));
  expect(later).toHaveLength(QUEUED.length + RECEIVED.length);
  return later.map(({ seq }) => Number(seq));
}

/** The page's ports are those of a desk without settings. */
function toHere(code: string, desk: Desk): string {
  return code
    .replaceAll('http://127.0.0.1:8080', desk.url ?? '')
    .replaceAll('http://127.0.0.1:9464', new URL(desk.metricsUrl ?? 'http://nowhere').origin);
}

it('runs every shell block of docs/operators.md', () => {
  const run = new Set([...METRICS, ...Object.values(STEPS).flatMap(({ backup, restore }) => [...backup, ...restore])]);
  expect(shells.map(({ code }) => code).filter((code) => !run.has(code))).toEqual([]);
});

describe.each(availableModes())('backup and restore as docs/operators.md says, in the mode %s', (mode) => {
  const folder = makeCheckout();
  const database = `copydesk_${randomBytes(6).toString('hex')}`;
  let place: TestPlace;
  let receiver: Receiver;
  let isHeard = true;

  const open = (roles: readonly Role[] = ROLES) => openTestDesk(place, roles);
  const clientOf = (desk: Desk) => createClient({ url: desk.url ?? '', key: KEY });
  const submit = (desk: Desk, id: string, more: object = {}) =>
    clientOf(desk).submit({ id, source: 'gazette', text: `The ferry ${id} left at six.`, ...more });
  const type = async (blocks: readonly string[]) => {
    const runs = await runShell(
      ['set -o pipefail', ...blocks.map((code) => code.replaceAll('copydesk_restored', database))],
      folder,
      place.env,
    );
    for (const run of runs) expect(run.code, run.output).toBe(0);
    return runs.map(({ output }) => output).join('\n');
  };
  const untilTold = (desk: Desk) =>
    expect
      .poll(
        async () => {
          const { rows } = await desk.pool.query<{ open: string }>(OPEN);
          return rows[0]?.open;
        },
        { timeout: 60_000 },
      )
      .toBe('0');

  beforeAll(async () => {
    const empty = await createPlace(mode);
    const more = { COPYDESK_OPERATOR_KEY: KEY, COPYDESK_WEBHOOK_PRIVATE: '127.0.0.0/8', COPYDESK_METRICS_PORT: '0' };
    // The server's own tools, not those of another version.
    const path = `${dirname(findPostgres() ?? '/usr/bin/postgres')}:${process.env.PATH}`;
    place = { ...empty, env: { ...empty.env, ...more, COPYDESK_DATA: join(folder, '.copydesk'), PATH: path } };
    receiver = await startReceiver((response) => response.writeHead(isHeard ? 204 : 503).end());
  });
  afterAll(async () => {
    await receiver.close();
    await place.remove();
  });

  it('brings every article to its decision, once, and tells of each', { timeout: 600_000 }, async () => {
    // Decided by the machine and by a person, told; superseded; purged.
    let desk = await open();
    await type([`COPYDESK_KEY=${KEY}`, ...METRICS.map((code) => toHere(code, desk))]);
    await clientOf(desk).call('changeTenant', { body: { webhookUrl: receiver.url } });
    for (const id of ['plain', 'revised', 'purged']) await submit(desk, id);
    await submit(desk, 'revised', { text: 'The ferry left at seven.' });
    for (const id of ['decided', 'waits']) await submit(desk, id, { format: 'html', text: HIDDEN.replace('noon', id) });
    await untilTold(desk);
    const purged = (await readRows(desk)).find(({ externalId }) => externalId === 'purged');
    await clientOf(desk).purge(purged?.articleId ?? '');
    await decide(desk, place);
    await untilTold(desk);
    // Decided, and not told.
    isHeard = false;
    for (const id of ['untold-1', 'untold-2']) await submit(desk, id);
    await expect
      .poll(async () => (await readDecisions(desk)).filter(({ state }) => state === 'retrying').length, { timeout: 30_000 })
      .toBe(2);
    await desk.close();
    // On the queue, and not even that.
    const backUp = () => type(STEPS[mode].backup);
    const before = mode === 'embedded' ? await leaveWaiting(place, backUp) : await leaveQueued(open, submit, backUp);
    const told = [...receiver.ids()];

    // The world goes on, until the store is lost.
    isHeard = true;
    desk = await open();
    await submit(desk, 'lost');
    await untilTold(desk);
    const seen = Math.max(...(await readDecisions(desk)).map(({ seq }) => Number(seq)));
    const heard = receiver.ids().length;
    await desk.close();

    const said = await type(STEPS[mode].restore);
    // On PostgreSQL alone the jobs of the moment are in the dump.
    expect(said).toContain(`${mode === 'redis+postgres' ? 3 : 0} articles had lost their jobs`);
    expect(said).toMatch(/jobs on the transport\n +waiting +5\n/u);
    expect(said).toContain('whole: default');
    if (place.env.DATABASE_URL !== undefined) {
      const url = place.env.DATABASE_URL.replace(/[^/]*$/u, database);
      place = { ...place, env: { ...place.env, DATABASE_URL: url } };
    }
    desk = await open();
    await untilTold(desk);

    const rows = await readRows(desk);
    expect(rows.map(({ externalId }) => externalId)).toEqual(before.rows.map(({ externalId }) => externalId));
    expect(rows.filter(({ status }) => status === 'pending')).toEqual([]);
    expect(rows.find(({ externalId }) => externalId === 'decided')?.status).toBe('accepted');
    for (const key of rows) await expectFold(desk.pool, key);
    const { rows: doubled } = await desk.pool.query(DOUBLED);
    expect(doubled).toEqual([]);

    const later = await expectTold(desk, before, told, receiver.ids().slice(heard));
    if (mode !== 'embedded') for (const place of later) expect(place).toBeGreaterThan(seen);

    expect(await submit(desk, 'plain')).toMatchObject({ isNew: false });
    expect(await submit(desk, 'lost')).toMatchObject({ isNew: true });
    await desk.close();
  });
});
