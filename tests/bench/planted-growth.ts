import type { GrowthFigures, SizeFigures } from '../../bench/run/growth/growth-figures.ts';
import { listSteps } from '../../bench/run/growth/judge-growth.ts';

/** Figures of one size, of which only the given ones matter. */
export function plantSize(given: Partial<SizeFigures>): SizeFigures {
  const { size = 1000, best = 10 } = given;
  return {
    format: 'text',
    size,
    length: size,
    best,
    median: best,
    runs: 1,
    startMegabytes: 200,
    articleMegabytes: 200,
    peakMegabytes: 250,
    textLength: size,
    findings: 0,
    incomplete: [],
    ...given,
  };
}

/** The figures of a run, with their steps. */
export const plantGrowth = (sizes: readonly SizeFigures[]): GrowthFigures => ({ sizes, steps: listSteps(sizes), maxFactor: 1.2 });
