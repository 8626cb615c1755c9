import { expireFingerprints } from '../fingerprints/expire-fingerprints.ts';
import { type Loop, startLoop } from '../start-loop.ts';
import { purgeExpired } from '../store/purge-expired.ts';
import type { SqlPool } from '../store/sql-pool.ts';
import { aboutArticle } from '../telemetry/about-article.ts';
import { errorCode } from '../telemetry/error-code.ts';
import type { Log } from '../telemetry/open-log.ts';
import { startSpan } from '../telemetry/trace.ts';

/** Small batches, so that nobody waits for their rows. */
const BATCH = 50;
const BETWEEN_BATCHES_MS = 100;
const IDLE_MS = 60_000;
/** How long an answer is kept for a repeated request: the draft standard leaves it to us, and clients retry for a day. */
const ANSWER_HOURS = 24;

export interface RetentionSettings {
  /** How long content is kept for tenants that say nothing; `undefined`: for ever. */
  readonly defaultDays: number | undefined;
  /** How long articles are compared with later ones. */
  readonly fingerprintDays: number;
}

async function forgetAnswers(pool: SqlPool): Promise<number> {
  const { rowCount } = await pool.query(
    `DELETE FROM copydesk.idempotency WHERE (tenant, key) IN (
       SELECT tenant, key FROM copydesk.idempotency WHERE started_at < now() - make_interval(hours => $1)
        ORDER BY started_at LIMIT $2)`,
    [ANSWER_HOURS, BATCH],
  );
  return rowCount ?? 0;
}

/**
 * Purges articles that are older than their tenant keeps them, and forgets answers to repeated requests after a day and old
 * fingerprints, until stopped.
 */
export function startRetention(pool: SqlPool, log: Log, { defaultDays, fingerprintDays }: RetentionSettings): Loop {
  async function round(): Promise<number> {
    const purged = await purgeExpired(pool, defaultDays, BATCH);
    for (const { key, state, traceId } of purged) {
      log('article.purged', { ...aboutArticle(key, state.attempt), reason: 'retention' }, startSpan(traceId));
    }
    const forgotten = await forgetAnswers(pool);
    const expired = await expireFingerprints(pool, fingerprintDays, BATCH);
    return Math.max(purged.length, forgotten, expired) < BATCH ? IDLE_MS : BETWEEN_BATCHES_MS;
  }
  return startLoop(round, (error) => log('service.failed', { code: errorCode(error), component: 'retention' }, startSpan()));
}
