import type { BenchRecord } from './bench-record.ts';
import { formatSize } from './growth/format-size.ts';

const percent = (ratio: number): string => `${((ratio - 1) * 100).toFixed(1)} %`;

function listSlowdowns(base: BenchRecord['base']): readonly string[] {
  if (base === undefined || 'leftOut' in base || !base.isSlower) return [];
  return [`moderate() is ${percent(base.slowdown)} slower than at ${base.ref}; up to ${percent(base.maxSlowdown)} may be noise`];
}

function listSteepSteps(growth: BenchRecord['growth']): readonly string[] {
  const steep = growth?.steps.filter(({ factor }) => factor > growth.maxFactor) ?? [];
  return steep.map(
    ({ format, from, to, factor }) =>
      `${format} from ${formatSize(from)} to ${formatSize(to)} takes ${factor.toFixed(2)} times the time that would be linear`,
  );
}

/** What makes a run fail, in words. */
export function listFailures({ base, growth }: Pick<BenchRecord, 'base' | 'growth'>): readonly string[] {
  return [...listSlowdowns(base), ...listSteepSteps(growth)];
}
