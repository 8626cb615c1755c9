import type { TrialSide } from '../../index.ts';

/** A place in an article; offsets into the original. The text is read when it is shown. */
export interface ArticlePlace {
  readonly articleId: string;
  readonly revision: number;
  readonly start: number;
  readonly end: number;
}

export interface BacktestPlace extends ArticlePlace {
  readonly before: TrialSide;
  readonly after: TrialSide;
}

/** How far a back-test is, and what it has found. */
export interface BacktestReport {
  /** Articles looked at, of `total` that it looks at if there is time. */
  readonly looked: number;
  readonly total: number;
  readonly isWhole: boolean;
  readonly seconds: number;
  /** Articles in which the rule finds something. */
  readonly articles: number;
  readonly hits: number;
  /** Articles in which other rules take all that it matches. */
  readonly covered: number;
  /** Articles whose verdict it changes. */
  readonly flips: number;
  /** Those that flip a verdict first. */
  readonly places: readonly BacktestPlace[];
  /** The nearest first. */
  readonly near: readonly (ArticlePlace & { readonly share: number })[];
}

/** A back-test as it is stored. */
export interface Backtest {
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  /** While it waits: since when. */
  readonly startedAt: Date;
  readonly report: BacktestReport;
}
