import type { ModerationQueue } from '../queue/transport.ts';
import { appendEvents } from '../store/append-events.ts';
import { findUnfinished } from '../store/find-unfinished.ts';
import { inTransaction } from '../store/in-transaction.ts';
import { insertOutbox } from '../store/outbox.ts';
import { readArticle } from '../store/read-article.ts';
import type { SqlPool } from '../store/sql-pool.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { aboutArticle } from '../telemetry/about-article.ts';
import type { Log } from '../telemetry/open-log.ts';
import { startSpan } from '../telemetry/trace.ts';

const BATCH = 500;

async function isLost(queue: ModerationQueue, article: StoredArticle): Promise<boolean> {
  return article.jobId === null || !(await queue.isLive(article.jobId));
}

/** Puts one article back, unless something has happened to it since it was looked at. */
function putBack(pool: SqlPool, seen: StoredArticle): Promise<boolean> {
  return inTransaction(pool, async (session) => {
    const article = await readArticle(session, seen.key, true);
    if (article?.state.version !== seen.state.version) return false;
    const now = new Date();
    const data = { attempt: article.state.attempt, job: article.jobId ?? '' };
    await appendEvents(session, article, [{ name: 'processing.stalled', data }], now);
    await insertOutbox(session, article.key, now);
    return true;
  });
}

/**
 * Rebuilds what the transport has lost: an unfinished article whose job is gone gets a new outbox row. Looks only at
 * articles untouched for `graceSeconds`, so that one whose job is just ending is left alone. Returns how many were put back.
 */
export async function reconcile(pool: SqlPool, queue: ModerationQueue, log: Log, graceSeconds: number): Promise<number> {
  const before = new Date(Date.now() - graceSeconds * 1000);
  let count = 0;
  for (const article of await findUnfinished(pool, before, BATCH)) {
    if (!(await isLost(queue, article)) || !(await putBack(pool, article))) continue;
    count++;
    log(
      'processing.stalled',
      { ...aboutArticle(article.key, article.state.attempt), job: article.jobId ?? '' },
      startSpan(article.traceId),
    );
  }
  return count;
}
