import type { AmendmentEffect } from '../../moderation/model/amendment.ts';
import type { RuleHit } from '../rules/work-rules.ts';
import type { NewResult } from '../store/new-result.ts';
import type { FindingCounts } from './count-findings.ts';
import type { Touched } from './find-touched.ts';
import type { StageSeconds } from './stopwatch.ts';

/** What the thread hands back: the result as JSON text with the few facts the store and the log need beside it. */
export interface Moderation extends NewResult {
  readonly findings: number;
  /** What the log says of it besides. */
  readonly counts: FindingCounts & StageSeconds & { readonly incomplete: readonly string[] };
  /** Where learned rules found something, if they did. */
  readonly hits?: readonly RuleHit[];
  /** What became of each amendment; absent when nothing was amended. */
  readonly effects?: readonly AmendmentEffect[];
  /** Which finding of the machine each amendment is about, by its id; absent when nothing was amended. */
  readonly touched?: ReadonlyMap<string, Touched>;
  /** Code of the error with which another recogniser of names failed on the article. */
  readonly recogniserFault?: string;
}
