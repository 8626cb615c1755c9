import type { WorkersResult } from './load-result.ts';

/** What a number of worker processes did, in the mean of its turns. */
export interface WorkersCompared {
  readonly workers: number;
  readonly turns: number;
  /** Decisions a second, and to the fewest workers. */
  readonly perSecond: number;
  readonly ratio: number;
  /** Articles for each CPU second within moderation, and to the fewest workers: what else is on the machine counts little. */
  readonly perCpuSecond: number;
  readonly cpuRatio: number;
  /** CPU seconds a second of moderating threads, and to the fewest workers: how much more of the machine they got. */
  readonly moderation: number;
  readonly moderationRatio: number;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function summarise(workers: number, results: readonly WorkersResult[]) {
  const own = results.filter((one) => one.workers === workers).map(({ ceiling }) => ceiling);
  return {
    workers,
    turns: own.length,
    perSecond: mean(own.map(({ decidedPerSecond }) => decidedPerSecond)),
    perCpuSecond: mean(own.map(({ cpu }) => cpu.articles / (cpu.moderation * cpu.seconds))),
    moderation: mean(own.map(({ cpu }) => cpu.moderation)),
  };
}

/** By the number of workers, the fewest first. */
export function compareWorkers(results: readonly WorkersResult[]): readonly WorkersCompared[] {
  const counts = [...new Set(results.map(({ workers }) => workers))].sort((a, b) => a - b);
  const all = counts.map((workers) => summarise(workers, results));
  const [fewest] = all;
  return all.map((one) => ({
    ...one,
    ratio: one.perSecond / (fewest?.perSecond ?? Number.NaN),
    cpuRatio: one.perCpuSecond / (fewest?.perCpuSecond ?? Number.NaN),
    moderationRatio: one.moderation / (fewest?.moderation ?? Number.NaN),
  }));
}
