import type { SqlPool } from '../store/sql-pool.ts';
import type { Log } from '../telemetry/open-log.ts';

/** What acts on articles are written to. */
export interface ReviewDesk {
  readonly pool: SqlPool;
  readonly log: Log;
  /** How long a claim lasts without being renewed; `LEASE_SECONDS` when absent. */
  readonly leaseSeconds?: number;
}
