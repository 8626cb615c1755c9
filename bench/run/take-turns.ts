import { cpuMilliseconds } from '../cpu-milliseconds.ts';

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
}

async function timeWork(work: () => unknown): Promise<number> {
  const before = cpuMilliseconds();
  await work();
  return cpuMilliseconds() - before;
}

/**
 * CPU milliseconds of each contender in each counted round, in the order of the contenders. In a round all have their turn with
 * the same thing in the same process, another one first each time, so that what else the machine does meets them alike.
 */
export async function takeTurns<Given>(
  contenders: readonly Contender<Given>[],
  givenOf: (round: number) => Given,
  { warmUp, counted }: Rounds,
): Promise<readonly (readonly number[])[]> {
  const times = contenders.map(() => [] as number[]);
  for (let round = 0; round < warmUp + counted; round++) {
    const given = givenOf(round);
    for (let turn = 0; turn < contenders.length; turn++) {
      const at = (turn + round) % contenders.length;
      const time = await timeWork(() => contenders[at]?.run(given));
      if (round >= warmUp) times[at]?.push(time);
    }
  }
  return times;
}
