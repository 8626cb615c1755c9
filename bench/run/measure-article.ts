import { loadRuleset, moderate } from '../../src/index.ts';
import { STAGES, type Stage } from '../../src/moderation/model/watch.ts';
import { Stopwatch } from '../../src/service/processing/stopwatch.ts';
import { quantile, type Spread, toRatios, toSpread } from '../measuring/spread.ts';
import { listSeries, type TextSeries } from './article-texts.ts';
import { type Contender, type Rounds, takeTurns } from './take-turns.ts';
import { openTextPeers } from './text-peers.ts';
import { YARDSTICK } from './yardstick.ts';

/** A contender's CPU milliseconds by text, and their ratio to those of the yardstick in the same round. */
export interface ComparedRow extends Pick<Contender<unknown>, 'name' | 'detail'> {
  readonly milliseconds: Spread;
  readonly ratio: Spread;
}

/** Milliseconds by text of a stage without the stages that it runs, and its share of the whole. */
export interface StageRow {
  readonly stage: Stage;
  readonly milliseconds: Spread;
  readonly share: Spread;
}

/** What `moderate()` costs for texts that come in one way. */
export interface SeriesFigures {
  readonly kind: TextSeries['kind'];
  readonly description: string;
  /** UTF-16 code units of a text, the median. */
  readonly length: number;
  readonly rows: readonly ComparedRow[];
  readonly stages: readonly StageRow[];
  /** The share of the whole that is not annotation. */
  readonly besideAnnotate: Spread;
  /** The share that all stages have together, article by article: never more than the whole, as a sum of medians may be. */
  readonly allStages: Spread;
}

/** Milliseconds of each stage and of the whole for each text, warm-up included, by the clock: to ask for CPU time takes as long as some stages do. */
interface StageTimes {
  readonly stages: ReadonlyMap<Stage, number[]>;
  readonly whole: number[];
  readonly contender: Contender<string>;
}

export const MODERATE = 'moderate()';

function watchStages(): StageTimes {
  const ruleset = loadRuleset();
  const stopwatch = new Stopwatch();
  const whole: number[] = [];
  const stages = new Map(STAGES.map((stage) => [stage, [] as number[]] as const));
  const run = (text: string): unknown => {
    const from = performance.now();
    const result = moderate({ id: 'bench', text }, { ruleset, watch: stopwatch.watch });
    whole.push(performance.now() - from);
    const seconds = stopwatch.take();
    for (const stage of STAGES) stages.get(stage)?.push((seconds[`${stage}_seconds`] ?? 0) * 1000);
    return result;
  };
  return { stages, whole, contender: { name: MODERATE, run } };
}

/** The rows of contenders whose times are known; the yardstick is the one at `yardstick`. */
export function toRows(
  contenders: readonly Pick<Contender<unknown>, 'name' | 'detail'>[],
  times: readonly (readonly number[])[],
  yardstick: number,
): readonly ComparedRow[] {
  return contenders.map(({ name, detail }, at) => ({
    name,
    ...(detail !== undefined && { detail }),
    milliseconds: toSpread(times[at] ?? []),
    ratio: toSpread(toRatios(times[at] ?? [], times[yardstick] ?? [])),
  }));
}

async function measureSeries(series: TextSeries, peers: readonly Contender<string>[], rounds: Rounds): Promise<SeriesFigures> {
  const { stages, whole, contender } = watchStages();
  const contenders = [contender, YARDSTICK, ...peers];
  const times = await takeTurns(contenders, series.textOf, rounds);
  const { inARow = 1 } = rounds;
  const counted = (all: readonly number[]): readonly number[] => all.slice(rounds.warmUp * inARow);
  const timesOf = (stage: Stage): readonly number[] => counted(stages.get(stage) ?? []);
  const shareOf = (stage: Stage): readonly number[] => toRatios(timesOf(stage), counted(whole));
  return {
    kind: series.kind,
    description: series.description,
    length: quantile(
      Array.from({ length: rounds.counted * inARow }, (_, place) => series.textOf(place).length),
      0.5,
    ),
    rows: toRows(contenders, times, 1),
    stages: STAGES.map((stage) => ({
      stage,
      milliseconds: toSpread(timesOf(stage)),
      share: toSpread(shareOf(stage)),
    })),
    besideAnnotate: toSpread(shareOf('annotate').map((share) => 1 - share)),
    allStages: toSpread(counted(whole).map((_, at) => STAGES.reduce((sum, stage) => sum + (shareOf(stage)[at] ?? 0), 0))),
  };
}

/** `moderate()` as a whole and by stage beside compromise, and, on texts as they come in life, beside wink-nlp and retext. */
export async function measureArticle(
  texts: readonly string[],
  rounds: Rounds,
  tell: (progress: string) => void,
): Promise<readonly SeriesFigures[]> {
  const figures: SeriesFigures[] = [];
  for (const series of listSeries(texts)) {
    tell(`article: ${series.description}`);
    figures.push(await measureSeries(series, series.kind === 'fresh' ? openTextPeers() : [], rounds));
  }
  return figures;
}
