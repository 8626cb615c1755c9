import type { Ruleset } from '../../index.ts';
import type { HashedKey } from '../access/api-key.ts';
import type { Limiter } from '../access/open-limiter.ts';
import type { LookUp } from '../access/remember.ts';
import type { Tenant } from '../access/tenant.ts';
import type { OidcSettings } from '../people/oidc/oidc-settings.ts';
import type { ModerationThreads } from '../processing/moderation-threads.ts';
import type { RuleKeeper } from '../rules/rule-keeper.ts';
import type { Notices } from '../store/notices.ts';
import type { SqlPool } from '../store/sql-pool.ts';
import type { Metrics } from '../telemetry/metrics/metrics.ts';
import type { Log } from '../telemetry/open-log.ts';

/** What the routes work with. */
export interface ApiContext {
  readonly pool: SqlPool;
  readonly notices: Notices;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'write' | 'contentType'>;
  /** Both remember what they read for some seconds: so long a key that another process revoked may go on working. */
  readonly readKey: LookUp<HashedKey | undefined>;
  readonly readTenant: LookUp<Tenant | undefined>;
  /** To be called when this process has changed one. */
  readonly forgetKey: (id: string) => void;
  readonly forgetTenant: (id: string) => void;
  /** Opens the threads of `POST /v1/check` at its first use: they cost memory. */
  readonly threads: () => ModerationThreads;
  /** What tenants have learned. */
  readonly rules: RuleKeeper;
  /** The rules of the process, which no tenant has learned. */
  readonly ruleset: () => Ruleset;
  readonly limiter: Limiter;
  /** Why decisions may not be sent to an address; `undefined` when they may. */
  readonly checkWebhook: (url: string) => Promise<string | undefined>;
  /** Resolves when the Redis of the queue answers; `undefined` without one. */
  readonly pingRedis: (() => Promise<void>) | undefined;
  /** A secret of the desk, made at its first use. */
  readonly readSecret: (name: string) => Promise<string>;
  /** Tells the relay that there is something to do. */
  readonly wake: () => void;
  /** How long a claim lasts without being renewed; `LEASE_SECONDS` when absent. */
  readonly leaseSeconds?: number;
  /** Aborted when the server is to stop: what waits for a result answers at once, what comes is refused. */
  readonly closing: AbortSignal;
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
  /** Of a tenant without limits of its own: articles a second on the average, and at once. */
  readonly ratePerSecond: number;
  readonly burst: number;
  /** For how many days articles are compared with later ones. */
  readonly fingerprintDays: number;
  /** Checks at the same time. */
  readonly checks: number;
  /** Where people reach the desk; `undefined`: where it listens. */
  readonly publicUrl: string | undefined;
  /** Proxies whose word on where a request comes from counts. */
  readonly trustedProxies: readonly string[];
  readonly oidc: OidcSettings | undefined;
}
