import { divide } from '../divide.ts';
import type { Row } from '../evaluation.ts';
import type { PageTimes } from './judged-page.ts';

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 0 ? ((sorted[middle - 1] ?? upper) + upper) / 2 : upper;
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** CPU of what was timed beside that of `base`: the median of the pages' ratios, and the ratio of the sums. */
export function scoreTimes(pages: readonly PageTimes[], base: string): readonly Row[] {
  const names = Object.keys(pages[0] ?? {});
  return names.map((name) => {
    const times = pages.map((page) => page[name] ?? 0);
    const ratios = pages.flatMap((page, at) => (page[base] ? [(times[at] ?? 0) / page[base]] : []));
    const figures = {
      pages: pages.length,
      cpuMedian: median(times),
      cpuTotal: total(times),
      cpuRatioMedian: ratios.length === 0 ? null : divide(median(ratios), 1),
      cpuRatioTotal: divide(total(times), total(pages.map((page) => page[base] ?? 0))),
    };
    return { name, figures };
  });
}
