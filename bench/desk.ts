/**
 * What the whole desk costs beside moderation, which is replaced by nothing: articles come over HTTP, each with an
 * Idempotency-Key, and their decisions go out as webhooks; every process is the desk's own, the servers are real, with private
 * data. Prints CPU for each article with many at once, by process, and, one at a time, how long it takes until the result is in
 * the answer and until the webhook is here. Linux only.
 *
 *   node bench/desk.ts [articles, default 2000] [mode, default all]
 */
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Mode } from '../src/service/config.ts';
import { Cleanup } from '../tests/faults/cleanup.ts';
import { listModes } from '../tests/faults/open-stage.ts';
import { type DeskCost, RunningDesk, until } from './desk/running-desk.ts';
import { articleText } from './texts/article-text.ts';

const COUNT = Number(process.argv[2] ?? 2000);
const WARM_UP = 300;
const SINGLES = 100;
const TEXT = articleText(4000);
const PRELOAD = fileURLToPath(new URL('desk/without-moderation.ts', import.meta.url));

function describeCost({ mode, processes, ours, articlesPerSecond }: DeskCost): string {
  const list = Object.entries(processes)
    .map(([name, ms]) => `${name} ${ms.toFixed(2)}`)
    .join(', ');
  return `${mode}: ${ours.toFixed(2)} ms CPU an article over our processes (${list}); ${Math.round(articlesPerSecond)} articles/s`;
}

function describeTimes(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`;
}

async function measureSingles(running: RunningDesk): Promise<string> {
  const answers: number[] = [];
  const webhooks: number[] = [];
  for (let index = 0; index < SINGLES; index++) {
    const id = `single-${index}`;
    const from = performance.now();
    const status = await running.submit(id, { prefer: 'wait=5' });
    if (status !== 200) throw new Error(`the result of ${id} did not come within five seconds`);
    answers.push(performance.now() - from);
    await until('a webhook', 30, () => running.decidedAt.has(id));
    webhooks.push((running.decidedAt.get(id) ?? 0) - from);
    await sleep(30);
  }
  return `  one at a time: result in the answer ${describeTimes(answers)}; webhook received ${describeTimes(webhooks)}`;
}

async function measureMode(mode: Mode, cleanup: Cleanup): Promise<void> {
  try {
    const running = await RunningDesk.open({ mode, preload: PRELOAD, text: TEXT }, cleanup);
    process.stdout.write(`${describeCost(await running.measureMany(COUNT, WARM_UP))}\n${await measureSingles(running)}\n`);
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
