import type { LoadResult } from './load-result.ts';
import type { Measurement } from './measurement.ts';

/** One thing that has to hold, and what was seen. */
export interface Verdict {
  readonly wanted: string;
  readonly seen: string;
  readonly holds: boolean;
}

const LEAST_SHARE = 0.8;
const STEADY_BELOW = 0.9;
const HALF = 0.5;
const MOST_TAIL = 5;

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

function judgeShare(ceiling: Measurement): Verdict {
  const { share, shareWithServers } = ceiling.cpu;
  return {
    wanted: `at the ceiling at least ${percent(LEAST_SHARE)} of the desk's CPU is moderation`,
    seen: `${percent(share)}; ${percent(shareWithServers)} with PostgreSQL and Redis`,
    holds: share >= LEAST_SHARE,
  };
}

function judgeSteadiness(steps: readonly Measurement[]): Verdict {
  const growing = steps.filter(({ backlog }) => backlog?.grows);
  return {
    wanted: `no backlog grows up to ${percent(STEADY_BELOW)} of the ceiling`,
    seen: growing.length === 0 ? `none of ${steps.length} does` : `at ${growing.map(({ name }) => name).join(', ')}`,
    holds: growing.length === 0,
  };
}

function judgeTail({ latency }: Measurement): Verdict {
  const tails = (['stored', 'webhook'] as const).map((what) => {
    const { p50 = 0, p99 = Number.POSITIVE_INFINITY } = latency[what] ?? {};
    return { what, p50, p99, times: p99 / p50 };
  });
  return {
    wanted: `at half load p99 is at most ${MOST_TAIL} times p50`,
    seen: tails
      .map(({ what, p50, p99, times }) => `${what} ${p99.toFixed(0)} ms to ${p50.toFixed(0)} ms: ${times.toFixed(1)} times`)
      .join('; '),
    holds: tails.every(({ times }) => times <= MOST_TAIL),
  };
}

/** What has to hold, as far as it was measured. */
export function judgeLoad({ ceiling, steps }: Pick<LoadResult, 'ceiling' | 'steps'>): readonly Verdict[] {
  const half = steps.find(({ share }) => share === HALF);
  const below = steps.filter(({ share }) => share !== null && share <= STEADY_BELOW);
  return [
    ...(ceiling ? [judgeShare(ceiling)] : []),
    ...(below.length > 0 ? [judgeSteadiness(below)] : []),
    ...(half ? [judgeTail(half)] : []),
  ];
}
