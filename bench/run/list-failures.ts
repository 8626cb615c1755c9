import type { BenchRecord } from './bench-record.ts';
import { formatSize } from './growth/format-size.ts';
import { isRead } from './growth/judge-growth.ts';

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

/** An article that is not read takes no time, which proves nothing. */
function listUnread(growth: BenchRecord['growth']): readonly string[] {
  const unread = growth?.sizes.filter((one) => !isRead(one)) ?? [];
  return unread.map(
    ({ format, size }) => `${format} of ${formatSize(size)} is too large to be read: nothing tells how it would grow`,
  );
}

/** What makes a run fail, in words. */
export function listFailures({ base, growth }: Pick<BenchRecord, 'base' | 'growth'>): readonly string[] {
  return [...listSlowdowns(base), ...listSteepSteps(growth), ...listUnread(growth)];
}
