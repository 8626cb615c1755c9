import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseKey } from './access/api-key.ts';
import { ensureOperatorKey, hasOperatorKey, presetOperatorKey } from './access/ensure-operator-key.ts';
import { findKey } from './access/find-key.ts';
import { openLimiter } from './access/open-limiter.ts';
import { remember } from './access/remember.ts';
import { readTenant } from './access/tenant.ts';
import type { ApiContext } from './api/api-context.ts';
import { startApi } from './api/start-api.ts';
import { ConfigError } from './config/config-error.ts';
import type { Config } from './config.ts';
import { nameTargetFault } from './delivery/target/name-target-fault.ts';
import { startBullmqIntake } from './intake/start-bullmq-intake.ts';
import { inviteFirstAdmin } from './people/accept-invitation.ts';
import { deskOrigin } from './people/desk-origin.ts';
import type { OidcSettings } from './people/oidc/oidc-settings.ts';
import { writeInvitationUrl } from './people/write-invitation-url.ts';
import type { ModerationModels } from './processing/moderation-models.ts';
import { type ModerationThreads, startModerationThreads } from './processing/moderation-threads.ts';
import { openRedisPing } from './queue/open-redis-ping.ts';
import type { RuleKeeper } from './rules/rule-keeper.ts';
import { keepSecret } from './store/keep-secret.ts';
import type { Notices } from './store/notices.ts';
import type { SqlPool } from './store/sql-pool.ts';
import { errorCode } from './telemetry/error-code.ts';
import type { Metrics } from './telemetry/metrics/metrics.ts';
import { createRedisMetrics } from './telemetry/metrics/redis-metrics.ts';
import type { Log } from './telemetry/open-log.ts';

/** What the role `api` finds in its process. */
interface Surroundings {
  readonly models: ModerationModels;
  readonly rules: RuleKeeper;
  readonly pool: SqlPool;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly notices: Notices;
  readonly wake: () => void;
  readonly onError: (component: string) => (error: Error) => void;
  readonly closer: Readonly<Record<'add' | 'addTaker', (close: () => Promise<void>) => void>>;
}

/** The role `api` as it runs. */
interface OpenApi {
  readonly url: string;
  readonly firstKey: string | undefined;
  /** The link with which the first admin of the desk joins; `undefined` when one has. */
  readonly firstAdminUrl: string | undefined;
  /** What an operator should know of the keys, in sentences. */
  readonly warnings: readonly string[];
}

/** How long a revoked key, or a changed limit, may go on counting in this process. */
const REMEMBER_MS = 3000;

/** Half of what a worker has: a check is someone waiting, but what was taken in must not stand still for it. */
function countChecks({ concurrency }: Config): number {
  return Math.max(1, Math.ceil(concurrency / 2));
}

/** Threads of their own, so that checks and articles do not wait for each other; opened by the first check, for they cost memory. */
function openCheckThreads(config: Config, { models, onError, closer }: Surroundings): () => ModerationThreads {
  let own: ModerationThreads | undefined;
  closer.add(async () => own?.close());
  return () => {
    const { deadlineSeconds } = config;
    own ??= startModerationThreads({ threads: countChecks(config), deadlineSeconds, models }, onError('threads'));
    return own;
  };
}

const REVOKED = 'The key in COPYDESK_OPERATOR_KEY was revoked or has ended, and does not work. Put another one there, or none.';
const NO_OPERATOR =
  "No operator's key works. Make one on the store itself: copydesk keys create NAME --operator --scopes submit,read,review,admin";

const INVITED = (login: string) =>
  `Nobody has joined the desk yet. The link of its first admin was shown at an earlier start and counts still; for a new one: copydesk people invite ${login}`;

/** Keys are made last: what is shown once must not be lost with a start that fails. */
async function ensureKeys(
  config: Config,
  pool: SqlPool,
  listening: string,
): Promise<Pick<OpenApi, 'firstKey' | 'firstAdminUrl' | 'warnings'>> {
  const now = new Date();
  const preset = config.operatorKey === undefined ? undefined : parseKey(config.operatorKey);
  const isRevoked = preset !== undefined && !(await presetOperatorKey(pool, preset, now));
  const firstKey = config.mode === 'embedded' ? await ensureOperatorKey(pool, now) : undefined;
  const warnings = [...(isRevoked ? [REVOKED] : []), ...((await hasOperatorKey(pool, now)) ? [] : [NO_OPERATOR])];
  const first = await inviteFirstAdmin(pool, now, config.mode === 'embedded');
  const origin = deskOrigin({ ...config, port: Number(new URL(listening).port) });
  if (first && first.secret === undefined) warnings.push(INVITED(first.login));
  return { firstKey, warnings, firstAdminUrl: first?.secret && writeInvitationUrl(origin, first.secret) };
}

/** Throws `ConfigError` when the file with the provider's secret cannot be read. */
function readOidc({ oidc }: Config): OidcSettings | undefined {
  if (oidc?.clientSecretFile === undefined) return oidc;
  try {
    return { ...oidc, clientSecret: readFileSync(oidc.clientSecretFile, 'utf8').trim() };
  } catch (error) {
    throw new ConfigError(`COPYDESK_OIDC_CLIENT_SECRET_FILE cannot be read: ${errorCode(error)}`);
  }
}

/** The role `api` needs the store only: it starts, and takes articles in, while Redis is away. */
function openPing(config: Config, { metrics, onError, closer }: Surroundings): (() => Promise<void>) | undefined {
  if (config.queue.kind !== 'redis') return undefined;
  const redis = openRedisPing(config.queue.url, onError('queue'));
  closer.add(async () => redis.close());
  metrics.add((registry) => createRedisMetrics(registry, redis));
  return redis.ping;
}

/** Starts the API over an open store. Throws `ConfigError` when its address cannot be had. */
export async function openApi(config: Config, surroundings: Surroundings): Promise<OpenApi> {
  const { pool, log, notices, rules, models, metrics, wake, onError, closer } = surroundings;
  const { host, port, maxRequestBytes, maxQueueSeconds, ratePerSecond, burst, fingerprintDays } = config;
  const { publicUrl, trustedProxies } = config;
  const oidc = readOidc(config);
  const redisUrl = config.queue.kind === 'redis' ? config.queue.url : undefined;
  const limiter = openLimiter(redisUrl, onError('limits'));
  closer.add(async () => limiter.close());
  const closing = new AbortController();
  const keys = remember((id) => findKey(pool, id), REMEMBER_MS);
  const tenants = remember((id) => readTenant(pool, id), REMEMBER_MS);
  const context: ApiContext = {
    closing: closing.signal,
    ...{ pool, notices, log, metrics, wake, limiter, rules, ruleset: () => models.ruleset },
    pingRedis: openPing(config, surroundings),
    checkWebhook: (url) => Promise.resolve(nameTargetFault(url, config.privateTargets)),
    ...{ readKey: keys.read, forgetKey: keys.forget, readTenant: tenants.read, forgetTenant: tenants.forget },
    threads: openCheckThreads(config, surroundings),
    readSecret: (name) => keepSecret(pool, name, () => randomBytes(32).toString('base64url')),
    leaseSeconds: config.leaseSeconds,
    settings: {
      ...{ host, port, maxRequestBytes, maxQueueSeconds, ratePerSecond, burst, fingerprintDays },
      ...{ publicUrl, trustedProxies, oidc },
      checks: countChecks(config),
    },
  };
  const api = await startApi(context);
  closer.addTaker(async () => closing.abort());
  closer.addTaker(api.close);
  if (config.bullmqIntake && redisUrl !== undefined) {
    const intake = startBullmqIntake(
      { ...context, maxRequestBytes, onError: onError('intake') },
      { redisUrl, lockSeconds: config.lockSeconds },
    );
    closer.addTaker(intake.close);
  }
  return { url: api.url, ...(await ensureKeys(config, pool, api.url)) };
}
