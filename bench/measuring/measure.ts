import { PerformanceObserver } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds: between these, measurements of one kind are repeated. */
const MIN_BUDGET = 500;
const MAX_BUDGET = 2_500;
const WANTED_RUNS = 5;
/** Milliseconds until the collector's pauses of the runs before have been reported. */
const REPORT_DELAY = 10;

/** Milliseconds a run. */
export interface Timing {
  /** By the clock, everything included. */
  readonly median: number;
  /**
   * The best run without the pauses of the garbage collector: what the algorithms cost. Pauses come in steps (results
   * that outgrow the young generation are copied) and swell when other work keeps the collector's threads waiting.
   */
  readonly computing: number;
}

interface Interval {
  readonly start: number;
  readonly length: number;
}

function timeRuns(work: () => unknown, patience: number): readonly Interval[] {
  const runs: Interval[] = [];
  const begin = performance.now();
  const isEnough = (spent: number): boolean =>
    spent > MAX_BUDGET * patience || (spent > MIN_BUDGET * patience && runs.length > WANTED_RUNS);
  do {
    const start = performance.now();
    work();
    runs.push({ start, length: performance.now() - start });
  } while (!isEnough(performance.now() - begin));
  return runs.length > 1 ? runs.slice(1) : runs;
}

function withoutPauses({ start, length }: Interval, pauses: readonly Interval[]): number {
  const within = pauses.filter((pause) => pause.start >= start && pause.start + pause.length <= start + length);
  return within.reduce((left, pause) => left - pause.length, length);
}

/**
 * Times `work`: one run to warm up, then five and half a second's worth, or as many as two and a half seconds allow; times `patience`.
 */
export async function measure(work: () => unknown, patience = 1): Promise<Timing> {
  const pauses: Interval[] = [];
  const observer = new PerformanceObserver((list) => {
    pauses.push(...list.getEntries().map(({ startTime, duration }) => ({ start: startTime, length: duration })));
  });
  observer.observe({ entryTypes: ['gc'] });
  const runs = timeRuns(work, patience);
  await wait(REPORT_DELAY);
  observer.disconnect();
  const clock = runs.map((run) => run.length).sort((a, b) => a - b);
  const computing = runs.reduce((best, run) => Math.min(best, withoutPauses(run, pauses)), Number.POSITIVE_INFINITY);
  return { median: clock[Math.floor(clock.length / 2)] ?? 0, computing };
}
