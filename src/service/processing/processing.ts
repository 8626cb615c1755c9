import type { RuleKeeper } from '../rules/rule-keeper.ts';
import type { SqlPool } from '../store/sql-pool.ts';
import type { Log } from '../telemetry/open-log.ts';
import type { ModerationThreads } from './moderation-threads.ts';
import type { Quarantine } from './quarantine.ts';
import type { ShadowTrials } from './shadow-trials.ts';

/** What a worker processes articles with. */
export interface Processing {
  readonly pool: SqlPool;
  readonly threads: Pick<ModerationThreads, 'moderate'>;
  /** The rules that tenants have learned. */
  readonly rules: Pick<RuleKeeper, 'read'>;
  readonly shadows: Pick<ShadowTrials, 'offer'>;
  readonly quarantine: Quarantine;
  readonly log: Log;
  /** Attempts before an article becomes a dead letter. */
  readonly attempts: number;
  /** Starts in a row that come to no end before an article counts as one that kills its workers. */
  readonly starts: number;
  /** For how many days articles are compared with later ones. */
  readonly fingerprintDays: number;
}
