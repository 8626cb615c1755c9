import { cpuMilliseconds } from '../measuring/cpu-milliseconds.ts';

/** One of those that are compared. */
export interface Contender<Given> {
  readonly name: string;
  /** What it does, where its name does not say it. */
  readonly detail?: string;
  readonly run: (given: Given) => unknown;
}

/** Rounds of a comparison; those that warm up are not counted. */
export interface Rounds {
  readonly warmUp: number;
  readonly counted: number;
  /**
   * How many things each contender works through in a turn, one if nothing is said. The first of them finds the caches full of what
   * another contender has left, which no desk does to itself.
   */
  readonly inARow?: number;
}

async function timeWork(work: () => unknown): Promise<number> {
  const before = cpuMilliseconds();
  await work();
  return cpuMilliseconds() - before;
}

/**
 * CPU milliseconds that each contender takes for one thing in each counted round, in the order of the contenders. In a round all have
 * their turn with the same things in the same process, another one first each time, so that what else the machine does meets them alike.
 */
export async function takeTurns<Given>(
  contenders: readonly Contender<Given>[],
  givenOf: (place: number) => Given,
  { warmUp, counted, inARow = 1 }: Rounds,
): Promise<readonly (readonly number[])[]> {
  const times = contenders.map(() => [] as number[]);
  for (let round = 0; round < warmUp + counted; round++) {
    const given = Array.from({ length: inARow }, (_, place) => givenOf(round * inARow + place));
    for (let turn = 0; turn < contenders.length; turn++) {
      const at = (turn + round) % contenders.length;
      const time = await timeWork(async () => {
        for (const one of given) await contenders[at]?.run(one);
      });
      if (round >= warmUp) times[at]?.push(time / inARow);
    }
  }
  return times;
}
