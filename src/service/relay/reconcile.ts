import type { ModerationQueue } from '../queue/transport.ts';
import { appendToAll } from '../store/append-to-all.ts';
import { findTold, holdUnchanged, type Told } from '../store/find-told.ts';
import { inTransaction } from '../store/in-transaction.ts';
import { untellOutbox } from '../store/outbox.ts';
import type { SqlPool } from '../store/sql-pool.ts';
import { aboutArticle } from '../telemetry/about-article.ts';
import type { Log } from '../telemetry/open-log.ts';
import { startSpan } from '../telemetry/trace.ts';

const PAGE = 500;

const jobOf = ({ article }: Told): string => article.jobId ?? '';

async function findLost(queue: ModerationQueue, told: readonly Told[]): Promise<readonly Told[]> {
  const live = await queue.findLive(told.map(jobOf));
  return told.filter((one) => !live.has(jobOf(one)));
}

/** Puts articles back, but for those that something has happened to since they were looked at. */
function putBack(pool: SqlPool, lost: readonly Told[]): Promise<readonly Told[]> {
  return inTransaction(pool, async (session) => {
    const held = await holdUnchanged(session, lost);
    const changes = held.map((one) => {
      const data = { attempt: one.article.state.attempt, job: jobOf(one) };
      return { article: one.article, events: [{ name: 'processing.stalled', data } as const] };
    });
    await appendToAll(session, changes, new Date());
    await untellOutbox(
      session,
      held.map(({ id }) => id),
    );
    return held;
  });
}

function logStalled(log: Log, { article }: Told): void {
  const about = aboutArticle(article.key, article.state.attempt);
  log('processing.stalled', { ...about, job: article.jobId ?? '' }, startSpan(article.traceId));
}

/**
 * Rebuilds what the transport has lost: an article the queue was told about and does not know goes back to the outbox. Looks only
 * at those told more than `graceSeconds` ago, because a job is added just after. The transport holds a window of jobs, not the
 * backlog, so a round costs little. Jobs that a wrong clock has put off are given out. Returns how many were put back.
 */
export async function reconcile(pool: SqlPool, queue: ModerationQueue, log: Log, graceSeconds: number): Promise<number> {
  await queue.promoteStray();
  let count = 0;
  let after = '0';
  for (;;) {
    const page = await findTold(pool, graceSeconds, after, PAGE);
    const lost = page.length > 0 ? await findLost(queue, page) : [];
    if (lost.length > 0) {
      const back = await putBack(pool, lost);
      for (const one of back) logStalled(log, one);
      count += back.length;
    }
    after = page.at(-1)?.id ?? after;
    if (page.length < PAGE) return count;
  }
}
