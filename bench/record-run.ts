/**
 * Records a run of a desk as an operator would see it, some minutes in which things go wrong: a Prometheus scrapes each process each second
 * while articles come, good and bad; the publisher's endpoint fails for a while; articles take too long; Redis is restarted; the worker is
 * killed and stays away; then many come at once. Meanwhile two people decide. Leaves in a folder the dashboard over that time
 * (`dashboard.html`), the report of its log (`report.html`) and the log (`log.ndjson`). Needs PostgreSQL, Redis and Prometheus. Linux only.
 *
 *   node bench/record-run.ts FOLDER [seconds, default 360]
 */
import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { drawDashboard } from '../observability/draw-dashboard.ts';
import { toHtmlReport } from '../src/log-report/draw/to-html-report.ts';
import { LogTally } from '../src/log-report/log-tally.ts';
import { invitePerson } from '../src/service/people/accept-invitation.ts';
import { insertPerson } from '../src/service/people/people.ts';
import { ROLES } from '../src/service/roles.ts';
import { openStore } from '../src/service/store/open-store.ts';
import { Cleanup } from '../tests/faults/cleanup.ts';
import { openStage, type Scenery } from '../tests/faults/open-stage.ts';
import { startPrometheus } from '../tests/observability/start-prometheus.ts';
import { startReceiver } from '../tests/service/delivery/start-receiver.ts';
import { findProgram, freePort, PROGRAM_FOLDERS } from '../tests/service/private-server.ts';
import { Moderator } from './record/moderator.ts';
import { slowArticle, variedArticle } from './record/varied-article.ts';

const FOLDER = process.argv[2];
const SECONDS = Number(process.argv[3] ?? 360);
const START_SECONDS = 120;
/** Articles of a second, and of one in the rush. */
const USUAL_RATE = 2;
const RUSH_RATE = 10;
const WARM = 10;
const WARM_MS = 8000;

/** What goes wrong, from which to which part of the run. */
const TROUBLES = {
  endpoint: [0.12, 0.28],
  slow: [0.3, 0.36],
  redis: [0.4, 0.41],
  worker: [0.48, 0.82],
  rush: [0.86, 0.92],
} as const;

type Trouble = keyof typeof TROUBLES;

interface Run {
  readonly scenery: Scenery;
  readonly startedAt: number;
}

const shareOf = ({ startedAt }: Run): number => (performance.now() - startedAt) / 1000 / SECONDS;
const isOver = (run: Run): boolean => shareOf(run) >= 1;

function isNow(run: Run, trouble: Trouble): boolean {
  const [from, to] = TROUBLES[trouble];
  const share = shareOf(run);
  return share >= from && share < to;
}

function call({ desk }: Scenery, path: string, method: string, body: object): Promise<Response> {
  const headers = { authorization: `Bearer ${desk.key}`, 'content-type': 'application/json' };
  return fetch(`${desk.url}${path}`, { method, headers, body: JSON.stringify(body) });
}

async function untilUp(scenery: Scenery, webhookUrl: string): Promise<void> {
  for (const end = performance.now() + START_SECONDS * 1000; performance.now() < end; await sleep(200)) {
    const answer = await call(scenery, '/v1/tenant', 'PUT', { webhookUrl }).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error(`the desk did not start within ${START_SECONDS} s`);
}

/** Somebody new of the desk: what a session sends with each request. */
async function joinAs(scenery: Scenery, role: 'admin' | 'moderator'): Promise<Readonly<Record<string, string>>> {
  const store = await openStore({ kind: 'postgres', url: scenery.settings.databaseUrl ?? '' }, () => undefined);
  const login = `${role}-${randomBytes(4).toString('hex')}`;
  const person = await insertPerson(store.pool, { tenant: null, login, name: login, role }, new Date());
  const invitation = await invitePerson(store.pool, person.id);
  await store.close();
  const answer = await call(scenery, '/v1/desk/join', 'POST', { invitation, password: randomBytes(12).toString('hex') });
  const { csrf } = (await answer.json()) as { readonly csrf: string };
  const cookie = answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
  return { cookie, 'copydesk-csrf': csrf };
}

async function submitAll(run: Run): Promise<void> {
  const submit = (article: object) => call(run.scenery, '/v1/articles', 'POST', article).catch(() => undefined);
  for (let number = 0; !isOver(run); number++) {
    void submit(isNow(run, 'slow') && number % 16 === 0 ? slowArticle(number) : variedArticle(number));
    if (number % 25 === 7) void appeal(run, number);
    await sleep(1000 / (isNow(run, 'rush') ? RUSH_RATE : USUAL_RATE));
  }
}

/** The publisher appeals against a decision of before, when it may. */
async function appeal({ scenery }: Run, number: number): Promise<void> {
  const answer = await fetch(`${scenery.desk.url}/v1/articles?status=accepted&limit=20`, {
    headers: { authorization: `Bearer ${scenery.desk.key}` },
  }).catch(() => undefined);
  const { articles = [] } = ((await answer?.json()) ?? {}) as { readonly articles?: readonly { readonly id: string }[] };
  const one = articles[number % Math.max(1, articles.length)];
  if (one) await call(scenery, `/v1/articles/${one.id}/appeal`, 'POST', { text: 'We think otherwise.' });
}

/** Has a trouble come and go. */
async function trouble(run: Run, name: Trouble, begin: () => unknown, end: () => unknown): Promise<void> {
  while (shareOf(run) < TROUBLES[name][0]) await sleep(100);
  await begin();
  while (isNow(run, name)) await sleep(100);
  await end();
}

async function makeTroubles(run: Run): Promise<void> {
  const { desk, redis } = run.scenery;
  const worker = desk.processes.find(({ name }) => name === 'worker');
  await trouble(
    run,
    'redis',
    () => redis?.kill(),
    () => redis?.start(),
  );
  await trouble(
    run,
    'worker',
    () => worker?.stop(0),
    () => worker?.start(),
  );
}

async function moderate(run: Run): Promise<void> {
  const admin = await joinAs(run.scenery, 'admin');
  const { url } = run.scenery.desk;
  const settings = {
    method: 'PUT',
    headers: { ...admin, 'content-type': 'application/json' },
    body: JSON.stringify({ secondReviewShare: 0.5 }),
  };
  await fetch(`${url}/v1/desk/settings`, settings);
  const moderators: Moderator[] = [];
  for (const seed of [1, 2]) moderators.push(new Moderator({ url, headers: await joinAs(run.scenery, 'moderator'), seed }));
  await Promise.all(moderators.map((moderator) => moderator.work(() => isOver(run))));
  for (const { refusals } of moderators)
    for (const [reason, count] of refusals) console.log(`a moderator was refused ${count} times: ${reason}`);
}

function writeReport(log: string): string {
  const tally = new LogTally();
  const lines = readFileSync(log, 'utf8').split('\n').filter(Boolean);
  for (const [at, line] of lines.entries()) tally.read(line, 'log.ndjson', at + 1);
  return toHtmlReport(
    tally.toReport({ files: [{ name: 'log.ndjson', bytes: lines.join('\n').length, lines: lines.length }], faults: [] }, 10),
  );
}

/** The first articles of a process take longest, and a Prometheus needs two scrapes for a rate. */
async function warmUp(scenery: Scenery): Promise<void> {
  for (let number = 0; number < WARM; number++) await call(scenery, '/v1/articles', 'POST', variedArticle(1_000_000 + number));
  await sleep(WARM_MS);
}

async function record(folder: string, cleanup: Cleanup): Promise<void> {
  const prometheus = findProgram('prometheus', PROGRAM_FOLDERS);
  if (prometheus === undefined) throw new Error('Prometheus has to be installed');
  const ports = new Map<string, number>();
  for (const role of ROLES) ports.set(role, await freePort());
  const moreOf = (name: string) => ({ COPYDESK_METRICS_PORT: `${ports.get(name)}`, COPYDESK_DEADLINE_SECONDS: '6' });
  const scenery = await openStage('redis+postgres', {}, cleanup, { moreOf });
  let run: Run | undefined;
  const receiver = await startReceiver((response) => void response.writeHead(run && isNow(run, 'endpoint') ? 503 : 204).end());
  cleanup.add(() => receiver.close());
  scenery.desk.start();
  await untilUp(scenery, `${receiver.url}/decisions`);
  const targets = Object.fromEntries([...ports].map(([name, port]) => [name, `127.0.0.1:${port}`]));
  const server = await startPrometheus(prometheus, targets);
  cleanup.add(() => server.stop());
  await warmUp(scenery);
  run = { scenery, startedAt: performance.now() };
  const from = Date.now();
  console.log(`recording ${SECONDS} s`);
  await Promise.all([submitAll(run), makeTroubles(run), moderate(run)]);
  writeFileSync(join(folder, 'dashboard.html'), await drawDashboard(server.url, from, Date.now()));
  copyFileSync(join(scenery.folder, 'log.ndjson'), join(folder, 'log.ndjson'));
  writeFileSync(join(folder, 'report.html'), writeReport(join(folder, 'log.ndjson')));
  console.log(`drawn into ${folder}`);
}

if (FOLDER === undefined) throw new Error('name a folder');
mkdirSync(FOLDER, { recursive: true });
const cleanup = new Cleanup();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void cleanup.close().finally(() => process.exit(130)));
}
try {
  await record(FOLDER, cleanup);
} finally {
  await cleanup.run();
}
