import { annotate } from '../../src/index.ts';
import { cpuMilliseconds } from './cpu-milliseconds.ts';
import { quantile, toRatios } from './spread.ts';
import { tagWithCompromise } from './tag-with-compromise.ts';

/** Rounds that are not counted: until then the engine compiles. */
const WARM_UP = 60;

/** CPU milliseconds by text: the medians of all rounds, and the median of the ratios of each round. */
export interface AnnotationCost {
  readonly ours: number;
  readonly theirs: number;
  readonly ratio: number;
}

function timeWork(work: () => unknown): number {
  const before = cpuMilliseconds();
  work();
  return cpuMilliseconds() - before;
}

const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Times `annotate()` and compromise in turn on one text after the other; `rounds` are those that count. */
export function measureAnnotation(textOf: (round: number) => string, rounds: number): AnnotationCost {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < WARM_UP + rounds; round++) {
    const text = textOf(round);
    const [own, other] = [timeWork(() => annotate(text)), timeWork(() => tagWithCompromise(text))];
    if (round < WARM_UP) continue;
    ours.push(own);
    theirs.push(other);
  }
  return { ours: median(ours), theirs: median(theirs), ratio: median(toRatios(ours, theirs)) };
}

/** CPU milliseconds of a round, at least: one run of a small text is too short to be measured. */
const MIN_ROUND = 20;

/** CPU milliseconds of one run of `work`, repeated for a round. */
function timeRound(work: () => unknown): number {
  const before = cpuMilliseconds();
  for (let runs = 1; ; runs++) {
    work();
    const spent = cpuMilliseconds() - before;
    if (spent >= MIN_ROUND) return spent / runs;
  }
}

/** CPU milliseconds of each work: medians of rounds in which all have their turn. */
export function compareWork(works: readonly (() => unknown)[], warmUp: number, rounds: number): readonly number[] {
  const times = works.map(() => [] as number[]);
  for (let round = 0; round < warmUp + rounds; round++)
    for (const [at, work] of works.entries()) {
      const time = timeRound(work);
      if (round >= warmUp) times[at]?.push(time);
    }
  return times.map(median);
}
