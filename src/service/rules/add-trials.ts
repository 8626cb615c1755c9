import type { RuleTrials } from '../../index.ts';
import type { ArticleKey } from '../store/article-key.ts';
import type { BacktestReport } from './backtest-report.ts';

/** Places that are kept to be shown. */
const MOST_PLACES = 50;
const MOST_OF_ARTICLE = 5;
const MOST_NEAR = 5;

export const EMPTY_REPORT: BacktestReport = {
  ...{ looked: 0, total: 0, isWhole: false, seconds: 0 },
  ...{ articles: 0, hits: 0, covered: 0, flips: 0, places: [], near: [] },
};

/** Flips first, else in the order in which they were found. */
function keepMostTelling(places: BacktestReport['places']): BacktestReport['places'] {
  const isFlip = ({ before, after }: BacktestReport['places'][number]) => before.outcome !== after.outcome;
  return [...places.filter(isFlip), ...places.filter((place) => !isFlip(place))].slice(0, MOST_PLACES);
}

/** A report with what a rule does in one more article. */
export function addTrials(
  report: BacktestReport,
  { articleId, revision }: ArticleKey,
  { trials, near }: RuleTrials,
): BacktestReport {
  const [trial] = trials;
  const missed = near.map(({ start, end, share }) => ({ articleId, revision, start, end, share }));
  const looked = report.looked + 1;
  const nearest = [...report.near, ...missed].sort((a, b) => b.share - a.share).slice(0, MOST_NEAR);
  if (!trial) return { ...report, looked, near: nearest };
  const { hits, before, after } = trial;
  const found = hits.slice(0, MOST_OF_ARTICLE).map(({ start, end }) => ({ articleId, revision, start, end, before, after }));
  return {
    ...report,
    ...{ looked, near: nearest },
    articles: report.articles + (hits.length > 0 ? 1 : 0),
    hits: report.hits + hits.length,
    covered: report.covered + (hits.length === 0 ? 1 : 0),
    flips: report.flips + (before.outcome === after.outcome ? 0 : 1),
    places: keepMostTelling([...report.places, ...found]),
  };
}
