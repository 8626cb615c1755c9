/** Milliseconds: between these, measurements of one kind are repeated. */
const MIN_BUDGET = 500;
const MAX_BUDGET = 2_500;
const WANTED_RUNS = 5;

/** Milliseconds a run. `median` by the clock; `fastest` is the best run, which other work on the machine disturbs least. */
export interface Timing {
  readonly median: number;
  readonly fastest: number;
}

function toTiming(times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, fastest: sorted[0] ?? 0 };
}

/** Times `work`: one run to warm up, then five and half a second's worth, or as many as two and a half seconds allow. */
export function measure(work: () => unknown): Timing {
  const times: number[] = [];
  const begin = performance.now();
  const isEnough = (spent: number): boolean => spent > MAX_BUDGET || (spent > MIN_BUDGET && times.length > WANTED_RUNS);
  do {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  } while (!isEnough(performance.now() - begin));
  return toTiming(times.length > 1 ? times.slice(1) : times);
}
