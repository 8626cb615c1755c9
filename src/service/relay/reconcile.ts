import type { ModerationQueue } from '../queue/transport.ts';
import { appendToAll } from '../store/append-to-all.ts';
import { canFollow } from '../store/can-follow.ts';
import { findTold, holdUnchanged, type Told } from '../store/find-told.ts';
import type { Change } from '../store/fold-change.ts';
import { inTransaction } from '../store/in-transaction.ts';
import { untellOutbox } from '../store/outbox.ts';
import type { SqlPool } from '../store/sql-pool.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { aboutArticle } from '../telemetry/about-article.ts';
import type { Log } from '../telemetry/open-log.ts';
import { startSpan } from '../telemetry/trace.ts';
import { logSetAside } from './log-set-aside.ts';

const PAGE = 500;

const jobOf = ({ article }: Told): string => article.jobId ?? '';

async function findLost(queue: ModerationQueue, told: readonly Told[]): Promise<readonly Told[]> {
  const live = await queue.findLive(told.map(jobOf));
  return told.filter((one) => !live.has(jobOf(one)));
}

interface PutBack {
  /** As they are now. */
  readonly stalled: readonly StoredArticle[];
  /** Those whose state does not allow that a job of theirs was lost: only their rows are put back, and the relay sees to them. */
  readonly refused: readonly Told[];
}

function toStalled(one: Told): Change {
  const data = { attempt: one.article.state.attempt, job: jobOf(one) };
  return { article: one.article, events: [{ name: 'processing.stalled', data } as const] };
}

/** Puts articles back, but for those that something has happened to since they were looked at. */
function putBack(pool: SqlPool, lost: readonly Told[]): Promise<PutBack> {
  return inTransaction(pool, async (session) => {
    const now = new Date();
    const held = await holdUnchanged(session, lost);
    const stalled = held.filter((one) => canFollow(toStalled(one), now));
    const changed = await appendToAll(session, stalled.map(toStalled), now);
    await untellOutbox(
      session,
      held.map(({ id }) => id),
    );
    return { stalled: changed, refused: held.filter((one) => !stalled.includes(one)) };
  });
}

function logStalled(log: Log, article: StoredArticle): void {
  log('processing.stalled', { ...aboutArticle(article), job: article.jobId ?? '' }, startSpan(article.traceId));
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
      const { stalled, refused } = await putBack(pool, lost);
      for (const one of stalled) logStalled(log, one);
      for (const { article } of refused) logSetAside(log, article);
      count += stalled.length + refused.length;
    }
    after = page.at(-1)?.id ?? after;
    if (page.length < PAGE) return count;
  }
}
