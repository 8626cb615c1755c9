import type { ModerationJob } from '../queue/moderation-job.ts';
import type { ModerationQueue } from '../queue/transport.ts';
import { appendEvents } from '../store/append-events.ts';
import { inTransaction } from '../store/in-transaction.ts';
import { claimOutbox, deleteOutbox, type OutboxRow, unclaimOutbox } from '../store/outbox.ts';
import { readArticle } from '../store/read-article.ts';
import type { SqlPool, SqlSession } from '../store/sql-pool.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { aboutArticle } from '../telemetry/about-article.ts';
import type { Log } from '../telemetry/open-log.ts';
import { startSpan } from '../telemetry/trace.ts';

const BATCH = 100;

interface Told {
  readonly row: OutboxRow;
  readonly article: StoredArticle;
  readonly job: ModerationJob;
  /** False when an earlier relay had recorded it already. */
  readonly isRecorded: boolean;
}

/** The id comes from the outbox row, so telling the queue twice about one row is telling it once. */
async function recordQueued(session: SqlSession, row: OutboxRow, now: Date): Promise<Told | undefined> {
  const article = await readArticle(session, row.key, true);
  if (!article) return undefined;
  const job = { id: `m-${row.id}`, key: row.key, traceId: article.traceId };
  const { processing } = article.state;
  if (processing !== 'received' && processing !== 'retrying') return { row, article, job, isRecorded: false };
  const queued = await appendEvents(session, article, [{ name: 'article.queued', data: { job: job.id } }], now);
  return { row, article: queued, job, isRecorded: true };
}

async function claimAndRecord(session: SqlSession, now: Date): Promise<readonly Told[]> {
  const told: Told[] = [];
  for (const row of await claimOutbox(session, BATCH, now)) {
    const one = await recordQueued(session, row, now);
    if (one) told.push(one);
  }
  return told;
}

function logQueued(log: Log, told: readonly Told[], now: Date): void {
  for (const { row, article, job } of told.filter(({ isRecorded }) => isRecorded)) {
    const waited = Math.max(0, now.getTime() - row.createdAt.getTime()) / 1000;
    const about = aboutArticle(article.key, article.state.attempt);
    log('article.queued', { ...about, job: job.id, waited_seconds: waited }, startSpan(article.traceId));
  }
}

/**
 * Tells the queue about a batch of articles. The event is committed before the job is added, so that the log of events
 * is in order; the outbox row is deleted after, so that a crash in between tells the queue again. Returns how many.
 * Rejects when the store or the queue does not answer; nothing is lost then.
 */
export async function relayOutbox(pool: SqlPool, queue: ModerationQueue, log: Log): Promise<number> {
  const now = new Date();
  const told = await inTransaction(pool, (session) => claimAndRecord(session, now));
  if (told.length === 0) return 0;
  logQueued(log, told, now);
  const ids = told.map(({ row }) => row.id);
  try {
    await queue.add(told.map(({ job }) => job));
  } catch (error) {
    await unclaimOutbox(pool, ids).catch(() => undefined);
    throw error;
  }
  await deleteOutbox(pool, ids);
  return told.length;
}
