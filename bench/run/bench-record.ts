import type { BaseFigures } from './base/compare-with-base.ts';
import type { Machine } from './describe-machine.ts';
import type { GrowthFigures } from './growth/growth-figures.ts';
import type { SeriesFigures } from './measure-article.ts';
import type { DeskFigures } from './measure-desk.ts';
import type { HtmlFigures } from './measure-html.ts';

/** `base` cannot be measured where there is no commit before this one. */
export interface LeftOut {
  readonly leftOut: string;
}

/** All figures of a run, as `bench.json` has them; parts that were not asked for are absent. Times are milliseconds of CPU. */
export interface BenchRecord {
  readonly schema: 'copydesk.bench/1';
  readonly machine: Machine;
  readonly article?: readonly SeriesFigures[];
  readonly html?: HtmlFigures;
  readonly desk?: DeskFigures;
  readonly base?: BaseFigures | LeftOut;
  readonly growth?: GrowthFigures;
  /** Why the run failed; empty when it did not. */
  readonly failures: readonly string[];
}
