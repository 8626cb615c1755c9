import type { HashedKey } from '../access/api-key.ts';
import type { LookUp } from '../access/remember.ts';
import type { Tenant } from '../access/tenant.ts';
import type { ModerationThreads } from '../processing/moderation-threads.ts';
import type { SqlPool } from '../store/sql-pool.ts';
import type { Log } from '../telemetry/open-log.ts';

/** What the routes work with. */
export interface ApiContext {
  readonly pool: SqlPool;
  readonly log: Log;
  /** Both remember what they read for some seconds: so long a revoked key may go on working. */
  readonly readKey: LookUp<HashedKey | undefined>;
  readonly readTenant: LookUp<Tenant | undefined>;
  /** Opens the threads of `POST /v1/check` at its first use: they cost memory. */
  readonly threads: () => ModerationThreads;
  /** Tells the relay that there is something to do. */
  readonly wake: () => void;
  readonly settings: ApiSettings;
}

export interface ApiSettings {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Bytes of a request's body. */
  readonly maxRequestBytes: number;
  /** How old the oldest waiting article may be before no more are taken in. */
  readonly maxQueueSeconds: number;
  /** Checks at the same time. */
  readonly checks: number;
}
