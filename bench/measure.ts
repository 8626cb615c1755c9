/** Longest time spent on repeating one measurement, in milliseconds. */
const BUDGET = 1_500;
const MAX_RUNS = 15;

/** Milliseconds. `median` by the clock; `fastest` of this thread's own computing, which other work disturbs least. */
export interface Timing {
  readonly median: number;
  readonly fastest: number;
}

interface Run {
  readonly clock: number;
  readonly computing: number;
}

function toTiming(runs: readonly Run[]): Timing {
  const clock = runs.map((run) => run.clock).sort((a, b) => a - b);
  return { median: clock[Math.floor(clock.length / 2)] ?? 0, fastest: Math.min(...runs.map((run) => run.computing)) };
}

function timeOnce(work: () => unknown): Run {
  const before = process.threadCpuUsage();
  const start = performance.now();
  work();
  const clock = performance.now() - start;
  const { user, system } = process.threadCpuUsage(before);
  return { clock, computing: (user + system) / 1000 };
}

/** Times `work`: one run to warm up, then as many as fit in the budget, at least one. */
export function measure(work: () => unknown): Timing {
  const runs: Run[] = [];
  const begin = performance.now();
  do runs.push(timeOnce(work));
  while (runs.length < MAX_RUNS + 1 && performance.now() - begin < BUDGET);
  return toTiming(runs.length > 1 ? runs.slice(1) : runs);
}
