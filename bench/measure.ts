/** Longest time spent on repeating one measurement, in milliseconds. */
const BUDGET = 1_500;
const MAX_RUNS = 15;

/** Milliseconds. The fastest run says what the work costs; the median what it costs beside other work on the machine. */
export interface Timing {
  readonly median: number;
  readonly fastest: number;
}

function toTiming(times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, fastest: sorted[0] ?? 0 };
}

/** Times `work`: one run to warm up, then as many as fit in the budget, at least one. */
export function measure(work: () => unknown): Timing {
  const times: number[] = [];
  const begin = performance.now();
  do {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  } while (times.length < MAX_RUNS + 1 && performance.now() - begin < BUDGET);
  return toTiming(times.length > 1 ? times.slice(1) : times);
}
