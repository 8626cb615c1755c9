import { setTimeout as sleep } from 'node:timers/promises';
import type { ArticleSource } from './article-source.ts';
import type { LoadedDesk } from './loaded-desk.ts';
import type { Measurement } from './measurement.ts';
import { planArrivals } from './plan-arrivals.ts';
import { Stretch } from './stretch.ts';

/** By then the backlog is what the rate makes of it. */
const LEAD_SHARE = 0.15;
const LEAST_LEAD_SECONDS = 2;
const SAMPLE_MS = 100;
const DRAIN_SECONDS = 180;

export interface Step {
  readonly share: number;
  /** Articles a second. */
  readonly rate: number;
  readonly seconds: number;
}

async function sendAll(desk: LoadedDesk, source: ArticleSource, rate: number, seconds: number): Promise<() => Promise<void>> {
  const arrivals = planArrivals(rate, seconds, source.draw);
  const articles = source.take(arrivals.length);
  // What was left by making them is collected before, not meanwhile.
  await sleep(500);
  return async () => {
    const start = performance.now();
    for (const [at, arrival] of arrivals.entries()) {
      const wait = start + arrival - performance.now();
      if (wait > 0) await sleep(wait);
      const article = articles[at];
      if (article) void desk.send(article, start + arrival);
    }
  };
}

/** Articles come at random at a rate, whatever the desk answers; what came is followed until all is decided. */
export async function runStep(desk: LoadedDesk, source: ArticleSource, { share, rate, seconds }: Step): Promise<Measurement> {
  const lead = Math.max(LEAST_LEAD_SECONDS, seconds * LEAD_SHARE);
  const send = await sendAll(desk, source, rate, lead + seconds);
  const sending = send();
  await sleep(lead * 1000);
  const stretch = new Stretch(desk);
  for (const end = performance.now() + seconds * 1000; performance.now() < end; await sleep(SAMPLE_MS)) stretch.sample();
  stretch.end();
  await sending;
  await desk.drain(DRAIN_SECONDS);
  return stretch.describe(`${Math.round(share * 100)} %`, share, rate);
}
