import type { ArticleFormat } from '../../../src/moderation/model/article.ts';

/** What `moderate()` takes for one article in a process of its own. */
export interface SizeFigures {
  readonly format: ArticleFormat;
  /** UTF-16 code units that were wanted, and those of the article that was made. */
  readonly size: number;
  readonly length: number;
  /** CPU milliseconds of a run: the best, and the median. */
  readonly best: number;
  readonly median: number;
  readonly runs: number;
  /** Megabytes of resident memory at the peak before the article was made, after it was made, and in the end. */
  readonly startMegabytes: number;
  readonly articleMegabytes: number;
  readonly peakMegabytes: number;
  /** UTF-16 code units of the cleaned text: 0 for an article that is too large to be read. */
  readonly textLength: number;
  readonly findings: number;
  readonly incomplete: readonly string[];
}

/** A step from one size to the one that is ten times larger. */
export interface GrowthStep {
  readonly format: ArticleFormat;
  readonly from: number;
  readonly to: number;
  /** How many times longer it takes than in proportion to the lengths: 1 when time is linear. */
  readonly factor: number;
}

export interface GrowthFigures {
  readonly sizes: readonly SizeFigures[];
  readonly steps: readonly GrowthStep[];
  /** A step of more is not linear. */
  readonly maxFactor: number;
}
