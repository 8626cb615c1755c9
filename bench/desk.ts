/**
 * What the whole desk costs beside moderation, which is replaced by nothing: articles come over HTTP, each with an Idempotency-Key,
 * and their decisions go out as webhooks; every process is the desk's own, the servers are real, with private data. Prints CPU for each
 * article with many at once, by process, and, one at a time, how long it takes until the result is in the answer and until the webhook
 * is here. Linux only.
 *
 *   node bench/desk.ts [articles, default 2000] [mode, default all]
 */
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Agent, fetch } from 'undici';
import type { Mode } from '../src/service/config.ts';
import { Cleanup } from '../tests/faults/cleanup.ts';
import { listModes, openStage, type Scenery } from '../tests/faults/open-stage.ts';
import { startReceiver } from '../tests/service/delivery/start-receiver.ts';
import { articleText } from './article-text.ts';
import { cpuSecondsOf } from './overhead/cpu-seconds-of.ts';

const COUNT = Number(process.argv[2] ?? 2000);
/** Requests at a time. */
const AT_ONCE = 16;
const WARM = 300;
const SINGLES = 100;
const TEXT = articleText(4000);
const PRELOAD = fileURLToPath(new URL('desk/without-moderation.ts', import.meta.url));
const START_SECONDS = 120;
const SETTLE_MS = 1500;

const agent = new Agent({ connections: AT_ONCE, pipelining: 1 });

/** A desk that runs, and what came of its decisions, by the publisher's ids. */
interface Running {
  readonly scenery: Scenery;
  readonly decidedAt: ReadonlyMap<string, number>;
}

async function call({ desk }: Scenery, path: string, method: string, body: object, more: Readonly<Record<string, string>> = {}) {
  const headers = { authorization: `Bearer ${desk.key}`, 'content-type': 'application/json', ...more };
  const answer = await fetch(`${desk.url}${path}`, { method, headers, body: JSON.stringify(body), dispatcher: agent });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 300)}`);
  return answer.status;
}

function submit(scenery: Scenery, id: string, more: Readonly<Record<string, string>> = {}): Promise<number> {
  const article = { id, source: 'bench', title: 'A bench', text: `${TEXT} ${id}` };
  return call(scenery, '/v1/articles', 'POST', article, { 'idempotency-key': `"${id}"`, ...more });
}

async function until(what: string, seconds: number, look: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = performance.now() + seconds * 1000; performance.now() < end; await sleep(5)) if (await look()) return;
  throw new Error(`${what}: not within ${seconds} s`);
}

async function open(mode: Mode, cleanup: Cleanup): Promise<Running> {
  const scenery = await openStage(mode, {}, cleanup, { preload: PRELOAD });
  const decidedAt = new Map<string, number>();
  const receiver = await startReceiver((response, { body }) => {
    const id = /"externalId":"([^"]+)"/u.exec(body)?.[1] ?? '';
    decidedAt.set(id, performance.now());
    response.writeHead(204).end();
  });
  cleanup.add(() => receiver.close());
  scenery.desk.start();
  const hook = { webhookUrl: `${receiver.url}/decisions` };
  const isUp = () =>
    call(scenery, '/v1/tenant', 'PUT', hook).then(
      () => true,
      () => false,
    );
  await until('the start of the desk', START_SECONDS, isUp);
  return { scenery, decidedAt };
}

/** CPU milliseconds by process. */
function readCpu({ scenery }: Running): ReadonlyMap<string, number> {
  const pids = new Map(scenery.desk.processes.map(({ name, pid }) => [name, pid] as const));
  if (scenery.postgres) pids.set('PostgreSQL', scenery.postgres.pid);
  if (scenery.redis) pids.set('Redis', scenery.redis.pid);
  return new Map([...pids].map(([name, pid]) => [name, cpuSecondsOf(pid ?? 0) * 1000]));
}

async function submitMany({ scenery, decidedAt }: Running, prefix: string, count: number): Promise<void> {
  const before = decidedAt.size;
  let next = 0;
  const client = async () => {
    while (next < count) await submit(scenery, `${prefix}-${next++}`);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, client));
  await until('the last decision', 600, () => decidedAt.size >= before + count);
}

async function measureMany(running: Running): Promise<string> {
  await submitMany(running, 'warm', WARM);
  await sleep(SETTLE_MS);
  const before = readCpu(running);
  const from = performance.now();
  await submitMany(running, 'many', COUNT);
  const seconds = (performance.now() - from) / 1000;
  // What was delivered has to be written down too.
  await sleep(SETTLE_MS);
  const each = [...readCpu(running)].map(([name, ms]) => [name, (ms - (before.get(name) ?? 0)) / COUNT] as const);
  const ours = each.filter(([name]) => !['PostgreSQL', 'Redis'].includes(name)).reduce((sum, [, ms]) => sum + ms, 0);
  const list = each.map(([name, ms]) => `${name} ${ms.toFixed(2)}`).join(', ');
  const { mode } = running.scenery.settings;
  return `${mode}: ${ours.toFixed(2)} ms CPU an article over our processes (${list}); ${Math.round(COUNT / seconds)} articles/s`;
}

function describeTimes(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`;
}

async function measureSingles({ scenery, decidedAt }: Running): Promise<string> {
  const answers: number[] = [];
  const webhooks: number[] = [];
  for (let index = 0; index < SINGLES; index++) {
    const id = `single-${index}`;
    const from = performance.now();
    const status = await submit(scenery, id, { prefer: 'wait=5' });
    if (status !== 200) throw new Error(`the result of ${id} did not come within five seconds`);
    answers.push(performance.now() - from);
    await until('a webhook', 30, () => decidedAt.has(id));
    webhooks.push((decidedAt.get(id) ?? 0) - from);
    await sleep(30);
  }
  return `  one at a time: result in the answer ${describeTimes(answers)}; webhook received ${describeTimes(webhooks)}`;
}

async function measureMode(mode: Mode, cleanup: Cleanup): Promise<void> {
  try {
    const running = await open(mode, cleanup);
    process.stdout.write(`${await measureMany(running)}\n${await measureSingles(running)}\n`);
  } finally {
    await cleanup.run();
  }
}

const cleanup = new Cleanup();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void cleanup.close().finally(() => process.exit(130)));
}
const wanted = process.argv[3];
for (const mode of listModes()) if (wanted === undefined || wanted === mode) await measureMode(mode, cleanup);
