import { resolve } from 'node:path';
import type { z } from 'zod';
import { chooseOidc, type OidcConfig } from './config/choose-oidc.ts';
import { ConfigError } from './config/config-error.ts';
import { nearestName } from './config/nearest-name.ts';
import { type Settings, settingsSchema } from './config/settings-schema.ts';
import type { PrivateTargets } from './delivery/target/private-targets.ts';
import { LEASE_SECONDS } from './review/lease.ts';
import type { LogFormat } from './telemetry/log-formats.ts';
import type { LogLevel } from './telemetry/log-levels.ts';
import type { MetricsAddress } from './telemetry/metrics/metrics-address.ts';
import { type TracingSettings, tracingSchema } from './telemetry/tracing/tracing-settings.ts';

export type StoreSettings =
  | { readonly kind: 'embedded'; readonly folder: string }
  | { readonly kind: 'postgres'; readonly url: string };
export type QueueSettings = { readonly kind: 'store' } | { readonly kind: 'redis'; readonly url: string };
export type Mode = 'embedded' | 'postgres' | 'redis+postgres';

/** Settings of the service, complete and checked. */
export interface Config {
  readonly mode: Mode;
  readonly store: StoreSettings;
  readonly queue: QueueSettings;
  /** The folder of the embedded store and of the log file. */
  readonly dataFolder: string;
  /** Folder of rule files; `undefined`: the rules shipped with Copydesk. */
  readonly rulesFolder: string | undefined;
  /** Folder of a recogniser of names; `undefined`: the built-in one. */
  readonly entitiesFolder: string | undefined;
  /** File of the publisher's own topics; `undefined`: IPTC Media Topics. */
  readonly topicsFile: string | undefined;
  /** `stdout`, `stderr` or a file; `undefined`: the command decides. */
  readonly log: string | undefined;
  readonly logLevel: LogLevel;
  readonly logFormat: LogFormat;
  /** Articles a worker process moderates at the same time, one thread each. */
  readonly concurrency: number;
  /** How long one article may be moderated. */
  readonly deadlineSeconds: number;
  /** How long a job stays with a worker that has stopped renewing its lock. */
  readonly lockSeconds: number;
  /** How long a claim lasts without being renewed. Not for operators to set: pages and bulks count on it. */
  readonly leaseSeconds: number;
  /** How often the relay compares the store with the queue. */
  readonly reconcileSeconds: number;
  /** Attempts before an article becomes a dead letter. */
  readonly attempts: number;
  /** Starts in a row that come to no end before an article counts as one that kills its workers, and becomes a dead letter. */
  readonly starts: number;
  /** Where the API listens; port 0 is any that is free. */
  readonly host: string;
  readonly port: number;
  /** Where this process serves its metrics without a key; `undefined`: nowhere, only the API does, to operators. */
  readonly metrics: MetricsAddress | undefined;
  /** Where spans are sent; `undefined`: nowhere. */
  readonly tracing: TracingSettings | undefined;
  /** An operator's key that is written to the store at the start. */
  readonly operatorKey: string | undefined;
  /** Bytes of a request's body. */
  readonly maxRequestBytes: number;
  /** How old the oldest waiting article may be before no more are taken in. */
  readonly maxQueueSeconds: number;
  /** Articles of a tenant a second on the average, and at once, where the tenant has no limits of its own. */
  readonly ratePerSecond: number;
  readonly burst: number;
  /** Whether articles are also taken from a BullMQ queue on the Redis: whoever can write there can submit. */
  readonly bullmqIntake: boolean;
  /** Targets in the operator's own network that webhooks may go to, also over plain http. */
  readonly privateTargets: PrivateTargets;
  /** The longest that one attempt to send a webhook may take. */
  readonly webhookSeconds: number;
  /** Webhooks that one process sends at the same time. */
  readonly webhookConcurrency: number;
  /** How long content is kept for tenants that say nothing themselves; `undefined`: for ever. */
  readonly retentionDays: number | undefined;
  /** How long an article's fingerprint is kept: later ones are compared with it until then. */
  readonly fingerprintDays: number;
  /** Where people reach the desk, such as `https://desk.example`; `undefined`: where it listens. */
  readonly publicUrl: string | undefined;
  /** Addresses and ranges of proxies whose word on where a request comes from counts. */
  readonly trustedProxies: readonly string[];
  /** Where people may sign in besides here. Its secret is yet to be read when a file has it. */
  readonly oidc: OidcConfig | undefined;
}

/** What the client commands read: where a desk is, not what it is. A desk that is started in the same shell passes them over. */
export const CLIENT_SETTING_NAMES: readonly string[] = ['COPYDESK_URL', 'COPYDESK_KEY', 'COPYDESK_TENANT'];

/** Every environment variable that a desk reads. */
export const SETTING_NAMES: readonly string[] = Object.keys(settingsSchema.shape);

type Environment = Readonly<Record<string, string | undefined>>;

const isOurs = (name: string): boolean =>
  SETTING_NAMES.includes(name) || (name.startsWith('COPYDESK_') && !CLIENT_SETTING_NAMES.includes(name));

/** An empty variable counts as unset, as compose files and shells write it. */
function pick(env: Environment, isWanted: (name: string) => boolean): Record<string, string> {
  const set = Object.entries(env).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, value] as const],
  );
  return Object.fromEntries(set.filter(([name]) => isWanted(name)));
}

function refuseUnknown(name: string): string {
  const near = nearestName(
    name.toLowerCase(),
    SETTING_NAMES.map((known) => known.toLowerCase()),
  );
  const hint = near === undefined ? '' : `; did you mean ${near.toUpperCase()}?`;
  return `${name}: there is no such setting${hint} (copydesk serve --help names all)`;
}

function describe(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(refuseUnknown).join('\n');
  }
  return `${issue.path.join('.')}: ${issue.message}`;
}

/** Throws `ConfigError`. */
function parse<Parsed>(schema: z.ZodType<Parsed>, variables: Readonly<Record<string, string>>): Parsed {
  const parsed = schema.safeParse(variables);
  if (parsed.success) return parsed.data;
  // One value may be wrong in two ways that are said the same.
  throw new ConfigError([...new Set(parsed.error.issues.map(describe))].join('\n'));
}

function chooseStore(settings: Settings): Pick<Config, 'mode' | 'store' | 'queue'> {
  const { DATABASE_URL, REDIS_URL, COPYDESK_DATA, COPYDESK_BULLMQ_INTAKE } = settings;
  if (COPYDESK_BULLMQ_INTAKE === 'on' && !REDIS_URL) throw new ConfigError('COPYDESK_BULLMQ_INTAKE needs REDIS_URL');
  if (DATABASE_URL && REDIS_URL) {
    return { mode: 'redis+postgres', store: { kind: 'postgres', url: DATABASE_URL }, queue: { kind: 'redis', url: REDIS_URL } };
  }
  if (DATABASE_URL) return { mode: 'postgres', store: { kind: 'postgres', url: DATABASE_URL }, queue: { kind: 'store' } };
  if (REDIS_URL) {
    throw new ConfigError('REDIS_URL needs DATABASE_URL too: Redis only carries jobs, the articles lie in PostgreSQL');
  }
  return { mode: 'embedded', store: { kind: 'embedded', folder: resolve(COPYDESK_DATA) }, queue: { kind: 'store' } };
}

function chooseMetrics({ COPYDESK_METRICS_HOST: host, COPYDESK_METRICS_PORT: port }: Settings): MetricsAddress | undefined {
  return port === undefined ? undefined : { host, port };
}

/** Reads the settings from the environment. Throws `ConfigError` naming every bad or unknown setting of ours. */
export function readConfig(env: Environment): Config {
  const settings = parse(settingsSchema, pick(env, isOurs));
  return {
    ...chooseStore(settings),
    dataFolder: resolve(settings.COPYDESK_DATA),
    rulesFolder: settings.COPYDESK_RULES,
    entitiesFolder: settings.COPYDESK_ENTITIES,
    topicsFile: settings.COPYDESK_TOPICS,
    log: settings.COPYDESK_LOG,
    logLevel: settings.COPYDESK_LOG_LEVEL,
    logFormat: settings.COPYDESK_LOG_FORMAT,
    concurrency: settings.COPYDESK_CONCURRENCY,
    deadlineSeconds: settings.COPYDESK_DEADLINE_SECONDS,
    lockSeconds: settings.COPYDESK_LOCK_SECONDS,
    leaseSeconds: LEASE_SECONDS,
    reconcileSeconds: settings.COPYDESK_RECONCILE_SECONDS,
    attempts: settings.COPYDESK_ATTEMPTS,
    starts: settings.COPYDESK_STARTS,
    host: settings.COPYDESK_HOST,
    port: settings.COPYDESK_PORT,
    metrics: chooseMetrics(settings),
    tracing: parse(
      tracingSchema,
      pick(env, (name) => name.startsWith('OTEL_')),
    ),
    operatorKey: settings.COPYDESK_OPERATOR_KEY,
    maxRequestBytes: settings.COPYDESK_MAX_REQUEST_MB * 1024 * 1024,
    maxQueueSeconds: settings.COPYDESK_MAX_QUEUE_SECONDS,
    ratePerSecond: settings.COPYDESK_RATE_PER_SECOND,
    burst: settings.COPYDESK_BURST,
    bullmqIntake: settings.COPYDESK_BULLMQ_INTAKE === 'on',
    privateTargets: settings.COPYDESK_WEBHOOK_PRIVATE,
    webhookSeconds: settings.COPYDESK_WEBHOOK_SECONDS,
    webhookConcurrency: settings.COPYDESK_WEBHOOK_CONCURRENCY,
    retentionDays: settings.COPYDESK_RETENTION_DAYS,
    fingerprintDays: settings.COPYDESK_FINGERPRINT_DAYS,
    publicUrl: settings.COPYDESK_PUBLIC_URL,
    trustedProxies: settings.COPYDESK_TRUSTED_PROXIES,
    oidc: chooseOidc(settings),
  };
}
