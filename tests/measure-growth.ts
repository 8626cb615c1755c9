import process from 'node:process';

/** How the computing grows with the size of what is worked on. */
export interface Growth {
  /** Seconds of computing for the small and for the large one, the best of all rounds. */
  readonly small: number;
  readonly large: number;
  /** How many times longer the large one takes than in proportion to its size: 1 when time is linear, 16 when it is squared and the sizes are 1 to 16. */
  readonly factor: number;
}

/** Rounds after which the best times are believed, however they look: a busy machine disturbs one or two. */
const MAX_ROUNDS = 5;
/** Seconds: what takes less is mostly noise, and counts as this. */
const LEAST = 0.004;

async function timeOnce(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/**
 * Times `run` with what `make` gives for two sizes, in turn, so that what else the machine does meets both. Rounds are added until
 * `isFine` says that the best times so far are what is wanted, at most five.
 */
export async function measureGrowth<T>(
  make: (size: number) => T,
  run: (given: T) => unknown,
  [few, many]: readonly [number, number],
  isFine: (growth: Growth) => boolean,
): Promise<Growth> {
  const [little, much] = [make(few), make(many)];
  let best: Growth = { small: Number.POSITIVE_INFINITY, large: Number.POSITIVE_INFINITY, factor: Number.POSITIVE_INFINITY };
  for (let round = 0; round < MAX_ROUNDS && !isFine(best); round++) {
    const small = Math.min(best.small, await timeOnce(() => run(little)));
    const large = Math.min(best.large, await timeOnce(() => run(much)));
    best = { small, large, factor: (large * few) / (Math.max(LEAST, small) * many) };
  }
  return best;
}
