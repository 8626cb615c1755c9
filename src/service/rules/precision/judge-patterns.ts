import { compareShares } from './compare-shares.ts';
import { judgeTogether } from './judge-together.ts';
import { PRECISION_LIMITS } from './precision-limits.ts';
import type { FoundCounts, Pattern, Trend } from './precision-report.ts';
import { trendOfShares } from './trend-of-shares.ts';

/** What was counted of a source in one window: of a kind, or, where it is null, of all with how many articles there were. */
export interface CountedPattern {
  readonly source: string;
  readonly kind: string | null;
  /** 0 for the last window. */
  readonly age: number;
  /** 0 where a kind is named. */
  readonly articles: number;
  readonly found: number;
}

/** The changed ones, those with the smallest p-value first. */
export interface JudgedPatterns {
  readonly compared: number;
  readonly changed: readonly Pattern[];
}

type Plain = Omit<Pattern, 'step' | 'trend'>;

const NOTHING: FoundCounts = { articles: 0, found: 0 };
const toShare = ({ found: hits, articles: count }: FoundCounts) => ({ hits, count });
const add = (one: FoundCounts, other: FoundCounts): FoundCounts => ({
  articles: one.articles + other.articles,
  found: one.found + other.found,
});

/** A kind of which nothing was found in a window was not found in any of its articles. */
function toPattern(articles: readonly number[], counts: readonly CountedPattern[]): Plain | undefined {
  const [first] = counts;
  if (!first) return undefined;
  const foundAt = new Map(counts.map(({ age, found }) => [age, found]));
  const windows = articles.map((count, index) => ({ articles: count, found: foundAt.get(articles.length - 1 - index) ?? 0 }));
  const { source, kind } = first;
  return { source, kind, windows, last: windows.at(-1) ?? NOTHING, before: windows.slice(0, -1).reduce(add, NOTHING) };
}

function toPatterns(counts: readonly CountedPattern[], windows: number): readonly Plain[] {
  const ofSource = Map.groupBy(counts, ({ source }) => source);
  return [...ofSource.values()].flatMap((some) => {
    const kinds = Map.groupBy(some, ({ kind }) => kind);
    const byAge = new Map((kinds.get(null) ?? []).map(({ age, articles }) => [age, articles]));
    const articles = Array.from({ length: windows }, (_, index) => byAge.get(windows - 1 - index) ?? 0);
    return [...kinds.values()].flatMap((one) => toPattern(articles, one) ?? []);
  });
}

function compareLast({ before, last }: Plain): number | undefined {
  if (Math.min(before.articles, last.articles) < PRECISION_LIMITS.compared) return undefined;
  return compareShares(toShare(before), toShare(last));
}

/** Whether the shares differ by points or by a factor, whichever is enough; with no article in one of them they do not. */
function isMuch(one: FoundCounts, other: FoundCounts): boolean {
  if (Math.min(one.articles, other.articles) === 0) return false;
  const [less = 0, more = 0] = [one, other].map(({ found, articles }) => found / articles).sort((a, b) => a - b);
  const { points, factor } = PRECISION_LIMITS.change;
  return more > less && (more - less >= points || more >= factor * less);
}

/** The windows that have articles, in two halves; one in the middle is in neither. */
function halve(windows: readonly FoundCounts[]): readonly [FoundCounts, FoundCounts] {
  const told = windows.filter(({ articles }) => articles > 0);
  const half = Math.floor(told.length / 2);
  return [told.slice(0, half).reduce(add, NOTHING), told.slice(told.length - half).reduce(add, NOTHING)];
}

const orNoChange = (test: Trend | null, isBig: boolean): Trend | null => test && { ...test, isChange: test.isChange && isBig };

const leastOf = ({ step, trend }: Pattern): number => Math.min(step?.p ?? 1, trend?.p ?? 1);
const nameOf = ({ source, kind }: Pattern): string => JSON.stringify([source, kind ?? '']);

/**
 * Finds sources that bring other things than before, whether anybody decided on their articles or not. The case is an article in which something of a
 * kind is found, however often: one bad page would be many findings. A sudden change is the last window against all before, a slow one a trend over
 * all; both of all sources and kinds are one family of tests, and a change is one that is sure and no small one. The order of `counts` does not matter.
 */
export function judgePatterns(counts: readonly CountedPattern[], windows: number): JudgedPatterns {
  const tested = toPatterns(counts, windows).map((pattern) => ({
    pattern,
    step: compareLast(pattern),
    trend: trendOfShares(pattern.windows.map(toShare)),
  }));
  const judge = judgeTogether(tested.flatMap(({ step, trend }) => [step, trend]));
  const patterns = tested.map(
    ({ pattern, step, trend }): Pattern => ({
      ...pattern,
      step: orNoChange(judge(step), isMuch(pattern.before, pattern.last)),
      trend: orNoChange(judge(trend), isMuch(...halve(pattern.windows))),
    }),
  );
  const changed = patterns.filter(({ step, trend }) => step?.isChange === true || trend?.isChange === true);
  return {
    compared: patterns.filter(({ step, trend }) => step !== null || trend !== null).length,
    changed: changed.sort((a, b) => leastOf(a) - leastOf(b) || (nameOf(a) < nameOf(b) ? -1 : 1)),
  };
}
