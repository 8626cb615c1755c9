import { listRuleNames } from '../index.ts';
import type { Article } from '../moderation/model/article.ts';
import { ConfigError } from './config/config-error.ts';
import type { Config } from './config.ts';
import { startDeliver } from './delivery/start-deliver.ts';
import { acceptArticle } from './intake/accept-article.ts';
import type { Accepted } from './intake/accepted.ts';
import { openApi } from './open-api.ts';
import { type Closer, createCloser } from './process/create-closer.ts';
import { startHeartbeat } from './process/start-heartbeat.ts';
import { loadModerationModels, type ModerationModels } from './processing/moderation-models.ts';
import { startModerationThreads } from './processing/moderation-threads.ts';
import { processArticle } from './processing/process-article.ts';
import { Quarantine } from './processing/quarantine.ts';
import { openShadowTrials } from './processing/shadow-trials.ts';
import { openTransport } from './queue/open-transport.ts';
import type { JobHandler, Transport } from './queue/transport.ts';
import { type Relay, startRelay } from './relay/start-relay.ts';
import { startRetention } from './relay/start-retention.ts';
import { startReviewUpkeep } from './relay/start-review-upkeep.ts';
import { startUpkeep } from './relay/start-upkeep.ts';
import { startBulk } from './review/bulk/start-bulk.ts';
import { ROLES, type Role } from './roles.ts';
import { createRuleKeeper, type RuleKeeper } from './rules/rule-keeper.ts';
import { type Notices, openNotices } from './store/notices.ts';
import { openStore } from './store/open-store.ts';
import { recordRuleset } from './store/record-ruleset.ts';
import type { SqlPool } from './store/sql-pool.ts';
import { errorCode } from './telemetry/error-code.ts';
import { createMetrics, type Metrics } from './telemetry/metrics/metrics.ts';
import { startMetricsServer } from './telemetry/metrics/start-metrics-server.ts';
import { createStoreMetrics } from './telemetry/metrics/store-metrics.ts';
import type { Log } from './telemetry/open-log.ts';
import { startSpan } from './telemetry/trace.ts';
import { openTracing } from './telemetry/tracing/open-tracing.ts';
import type { Tracing } from './telemetry/tracing/tracing.ts';

/** A running Copydesk, or the part of it that this process plays. */
export interface Desk {
  readonly pool: SqlPool;
  readonly notices: Notices;
  /** Where the API listens; `undefined` when this process does not play that role. */
  readonly url: string | undefined;
  /** Where metrics are served without a key; `undefined`: nowhere. */
  readonly metricsUrl: string | undefined;
  /** An operator's key, to be shown this once: the first of a store that had none. */
  readonly firstKey: string | undefined;
  /** The link with which the first admin joins, to be shown this once; `undefined` when one has, or without the role `api`. */
  readonly firstAdminUrl: string | undefined;
  /** What an operator should know, in sentences; not a reason to stop. */
  readonly warnings: readonly string[];
  /** Takes an article in; see `acceptArticle`. */
  readonly accept: (article: Article) => Promise<Accepted>;
  /** Finishes what is in hand, then closes queue and store. Idempotent. */
  readonly close: () => Promise<void>;
}

const TELLING_ROLES: readonly Role[] = ['api', 'relay'];

/** How long after its last event an article without a job counts as lost; alone on the store there is no race to wait for. */
const GRACE_SECONDS = 5;

type OnError = (component: string) => (error: Error) => void;

/** What every role of the process works with. */
interface Surroundings {
  readonly config: Config;
  readonly models: ModerationModels;
  readonly rules: RuleKeeper;
  readonly pool: SqlPool;
  /** On which a statement may take as long as it needs. */
  readonly patient: SqlPool;
  readonly notices: Notices;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly tracing: Tracing;
  readonly onError: OnError;
  readonly closer: Closer;
}

function startWorker({ config, models, rules, pool, log, onError, closer }: Surroundings, transport: Transport): void {
  const { concurrency, deadlineSeconds, attempts, starts, lockSeconds, fingerprintDays } = config;
  const threads = startModerationThreads({ threads: concurrency, deadlineSeconds, models }, onError('threads'));
  closer.add(threads.close);
  const shadows = openShadowTrials(threads, pool, log);
  closer.add(shadows.close);
  const processing = { pool, threads, rules, shadows, quarantine: new Quarantine(), log, attempts, starts, fingerprintDays };
  // Without a thread nothing is started: the job goes back, and no attempt is counted.
  const work: JobHandler = (...job) => threads.ready().then(() => processArticle(processing, ...job));
  const worker = transport.startWorker(work, { concurrency, lockSeconds });
  closer.addTaker(worker.close);
}

function startSending({ config, pool, notices, log, tracing, closer }: Surroundings): void {
  const { privateTargets, webhookSeconds: timeoutSeconds, webhookConcurrency: concurrency } = config;
  const { toTraceparent } = tracing;
  const deliver = startDeliver(pool, log, { privateTargets, timeoutSeconds, concurrency, toTraceparent });
  closer.addTaker(deliver.stop);
  notices.subscribe('copydesk_delivery', deliver.wake);
}

/** An embedded store belongs to this process alone: jobs a killed process left locked are rebuilt at once. */
async function startEmbeddedOver(config: Config, transport: Transport): Promise<number> {
  if (config.mode !== 'embedded') return GRACE_SECONDS;
  await transport.queue.clear();
  return 0;
}

function startMoving(
  { config, pool, patient, notices, log, closer }: Surroundings,
  transport: Transport,
  graceSeconds: number,
): Relay {
  const { retentionDays: defaultDays, fingerprintDays, reconcileSeconds } = config;
  const relay = startRelay(pool, transport.queue, notices, log, { reconcileSeconds, graceSeconds });
  closer.addTaker(relay.stop);
  closer.addTaker(startRetention(pool, log, { defaultDays, fingerprintDays }).stop);
  closer.addTaker(startBulk({ pool, log }).stop);
  closer.addTaker(startReviewUpkeep({ pool, log }).stop);
  closer.addTaker(startUpkeep({ pool, patient }, config.mode === 'embedded', log).stop);
  return relay;
}

/** Relay and worker need the queue, and do not start without it. The others do not wait for a Redis that is away. */
async function startQueueRoles(roles: readonly Role[], surroundings: Surroundings): Promise<Relay | undefined> {
  const [isWorker, isRelay] = [roles.includes('worker'), roles.includes('relay')];
  if (!isWorker && !isRelay) return undefined;
  const { config, models, pool, tracing, onError, closer } = surroundings;
  const transport = await openTransport(config, pool, onError('queue'), tracing.toTraceparent);
  closer.add(transport.close);
  const graceSeconds = await startEmbeddedOver(config, transport);
  if (isWorker) await recordRuleset(pool, models.ruleset);
  if (isWorker) startWorker(surroundings, transport);
  return isRelay ? startMoving(surroundings, transport, graceSeconds) : undefined;
}

/**
 * Opens store and queue and starts the roles. Throws `ConfigError`, `RulesetError`, `RecogniserError`, `FolderInUseError` or the database's
 * own error, with nothing left open.
 */
export async function openDesk(config: Config, roles: readonly Role[], lines: Log): Promise<Desk> {
  // Without the API a desk is whole, and takes articles from its own command only.
  if (config.mode === 'embedded' && ROLES.some((role) => role !== 'api' && !roles.includes(role))) {
    throw new ConfigError('roles can only run in processes of their own on a shared store: set DATABASE_URL');
  }
  const models = await loadModerationModels(config, roles.includes('worker'));
  const startedAt = performance.now();
  const metrics = createMetrics(listRuleNames(models.ruleset));
  metrics.describe(config.mode, models.ruleset.version);
  const tracing = await openTracing(config.tracing, (error) => onError('tracing')(error));
  const log = metrics.watch(tracing.watch(lines));
  const closer = createCloser();
  const onError: OnError = (component) => (error) => log('service.failed', { code: errorCode(error), component }, startSpan());
  try {
    closer.add(tracing.close);
    closer.add(async () => log('service.stopped', { up_seconds: Math.round(performance.now() - startedAt) / 1000 }, startSpan()));
    const store = await openStore(config.store, onError('store'));
    closer.add(store.close);
    // Whoever answers for the whole desk tells of the store; workers tell of themselves.
    if (TELLING_ROLES.some((role) => roles.includes(role))) metrics.add((registry) => createStoreMetrics(registry, store.pool));
    const notices = openNotices(store.pool, onError('notices'));
    closer.add(notices.close);
    const heartbeat = startHeartbeat(
      store.pool,
      { roles, concurrency: roles.includes('worker') ? config.concurrency : undefined },
      onError('heartbeat'),
    );
    closer.add(heartbeat.stop);
    const rules = createRuleKeeper(store.pool, models.ruleset, log);
    const { pool, patient } = store;
    const surroundings = { config, models, rules, pool, patient, notices, log, metrics, tracing, onError, closer };
    const relay = await startQueueRoles(roles, surroundings);
    if (roles.includes('deliver')) startSending(surroundings);
    const wake = () => relay?.wake();
    const api = roles.includes('api') ? await openApi(config, { ...surroundings, wake }) : undefined;
    const server = config.metrics && (await startMetricsServer(metrics, config.metrics));
    if (server) closer.add(server.close);
    log('service.started', { mode: config.mode, roles: [...roles], ruleset: models.ruleset.version }, startSpan());
    return {
      pool: store.pool,
      notices,
      url: api?.url,
      metricsUrl: server?.url,
      firstKey: api?.firstKey,
      firstAdminUrl: api?.firstAdminUrl,
      warnings: api?.warnings ?? [],
      accept: async (article) => {
        const accepted = await acceptArticle(store.pool, log, article);
        relay?.wake();
        return accepted;
      },
      close: closer.close,
    };
  } catch (error) {
    await closer.close().catch(() => undefined);
    throw error;
  }
}
