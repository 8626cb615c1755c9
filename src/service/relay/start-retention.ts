import { expireFingerprints } from '../fingerprints/expire-fingerprints.ts';
import { type Loop, startLoop } from '../process/start-loop.ts';
import { purgeExpired } from '../store/purge-expired.ts';
import type { SqlPool } from '../store/sql-pool.ts';
import { aboutArticle } from '../telemetry/about-article.ts';
import { errorCode } from '../telemetry/error-code.ts';
import type { Log } from '../telemetry/open-log.ts';
import { startSpan } from '../telemetry/trace.ts';
import { Batch } from './batch.ts';

const LEAST = 50;
/** Articles that are purged hold their rows for several statements; the others go by one. */
const MOST_ARTICLES = 200;
const MOST_ROWS = 2000;
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

async function forgetAnswers(pool: SqlPool, limit: number): Promise<number> {
  const { rowCount } = await pool.query(
    `DELETE FROM copydesk.idempotency WHERE (tenant, key) IN (
       SELECT tenant, key FROM copydesk.idempotency WHERE started_at < now() - make_interval(hours => $1)
        ORDER BY started_at LIMIT $2 FOR UPDATE SKIP LOCKED)`,
    [ANSWER_HOURS, limit],
  );
  return rowCount ?? 0;
}

/**
 * Purges articles that are older than their tenant keeps them, and forgets answers to repeated requests after a day and old
 * fingerprints, until stopped.
 */
export function startRetention(pool: SqlPool, log: Log, { defaultDays, fingerprintDays }: RetentionSettings): Loop {
  const batches = {
    articles: new Batch(LEAST, MOST_ARTICLES),
    answers: new Batch(LEAST, MOST_ROWS),
    prints: new Batch(LEAST, MOST_ROWS),
  };
  async function round(): Promise<number> {
    const { articles, answers, prints } = batches;
    const purged = await purgeExpired(pool, defaultDays, articles.size);
    for (const article of purged) {
      log('article.purged', { ...aboutArticle(article), reason: 'retention' }, startSpan(article.traceId));
    }
    const isBehind = [
      articles.note(purged.length),
      answers.note(await forgetAnswers(pool, answers.size)),
      prints.note(await expireFingerprints(pool, fingerprintDays, prints.size)),
    ];
    return isBehind.includes(true) ? BETWEEN_BATCHES_MS : IDLE_MS;
  }
  return startLoop(round, (error) => log('service.failed', { code: errorCode(error), component: 'retention' }, startSpan()));
}
