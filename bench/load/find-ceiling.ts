import { setTimeout as sleep } from 'node:timers/promises';
import type { ArticleSource } from './article-source.ts';
import type { LoadedDesk, PreparedArticle } from './loaded-desk.ts';
import type { Measurement } from './measurement.ts';
import { Stretch } from './stretch.ts';

/** Articles that are on their way at any time: more than are moderated, started and told together. */
const ON_THEIR_WAY = 64;
const LOOK_MS = 5;
const MOST_WARM_SECONDS = 120;
const DRAIN_SECONDS = 120;
/** What is prepared besides, in case that it goes faster than it did. */
const SPARE = 1.4;

export interface CeilingSettings {
  readonly name: string;
  readonly seconds: number;
  /** Articles before it is measured. */
  readonly warm: number;
}

/** Sends as fast as the desk decides. */
async function keepBusy(desk: LoadedDesk, take: () => PreparedArticle, seconds: number, isEnough = () => false): Promise<void> {
  for (const end = performance.now() + seconds * 1000; performance.now() < end && !isEnough(); await sleep(LOOK_MS)) {
    while (desk.journal.backlog < ON_THEIR_WAY) void desk.send(take());
  }
}

/** The first articles of a process take longest, until its functions are compiled. Resolves to the decisions a second meanwhile. */
async function warmUp(desk: LoadedDesk, source: ArticleSource, articles: number): Promise<number> {
  const { decided } = desk.journal;
  const from = performance.now();
  const isWarm = () => desk.journal.decided - decided >= articles;
  await keepBusy(desk, () => source.takeOne(), MOST_WARM_SECONDS, isWarm);
  const rate = ((desk.journal.decided - decided) / (performance.now() - from)) * 1000;
  await desk.drain(DRAIN_SECONDS);
  return rate;
}

/** Decisions a second of a desk that always has work, after a warm-up. `during` is called in the midst of it. */
export async function findCeiling(
  desk: LoadedDesk,
  source: ArticleSource,
  { name, seconds, warm }: CeilingSettings,
  during: () => Promise<void> = () => Promise.resolve(),
): Promise<Measurement> {
  const rate = await warmUp(desk, source, warm);
  const ready = source.take(Math.ceil(rate * SPARE * (seconds + 2)) + ON_THEIR_WAY);
  const take = () => ready.pop() ?? source.takeOne();
  await keepBusy(desk, take, 2);
  const stretch = new Stretch(desk);
  await keepBusy(desk, take, seconds / 2);
  await during();
  await keepBusy(desk, take, seconds / 2);
  stretch.end();
  await desk.drain(DRAIN_SECONDS);
  return stretch.describe(name, null, null);
}
