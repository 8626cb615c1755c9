import type { ModerationJob } from '../queue/moderation-job.ts';
import type { ModerationQueue } from '../queue/transport.ts';
import { appendToAll } from '../store/append-to-all.ts';
import { articleStatus } from '../store/article-status.ts';
import { inTransaction } from '../store/in-transaction.ts';
import { deleteOutbox, untellOutbox } from '../store/outbox.ts';
import type { SqlPool, SqlSession } from '../store/sql-pool.ts';
import { type OutboxRow, takeOutbox } from '../store/take-outbox.ts';
import { aboutArticle } from '../telemetry/about-article.ts';
import type { Log } from '../telemetry/open-log.ts';
import { startSpan, type Trace } from '../telemetry/trace.ts';
import type { Turns } from './turns.ts';

interface Taken {
  /** Every row that was taken. */
  readonly rows: readonly OutboxRow[];
  /** Those whose article is still on its way, as it is now. */
  readonly told: readonly OutboxRow[];
  /** Those that no relay had recorded before, as they are now. */
  readonly recorded: readonly OutboxRow[];
}

/** The id comes from the outbox row, so telling the queue twice about one row is telling it once. */
const jobIdOf = ({ id }: OutboxRow): string => `m-${id}`;

const isUnder = ({ article }: OutboxRow): boolean => articleStatus(article.state) === 'pending';
const isUnrecorded = ({ article }: OutboxRow): boolean => ['received', 'retrying'].includes(article.state.processing);

async function takeAndRecord(session: SqlSession, limit: number, turns: Turns, now: Date): Promise<Taken> {
  const rows = await takeOutbox(session, limit, turns.served);
  const under = rows.filter(isUnder);
  const recorded = under.filter(isUnrecorded);
  const changes = recorded.map((row) => {
    const event = { name: 'article.queued', data: { job: jobIdOf(row) } } as const;
    return { article: row.article, events: [event] };
  });
  // A job carries how its article stands, and no more.
  const queued = (await appendToAll(session, changes, now)).map(({ steps: _, ...article }) => article);
  const articles = new Map(recorded.map(({ id }, index) => [id, queued[index]]));
  const told = under.map((row) => ({ ...row, article: articles.get(row.id) ?? row.article }));
  const over = rows.filter((row) => !isUnder(row)).map(({ article }) => article.key);
  if (over.length > 0) await deleteOutbox(session, over);
  return { rows, told, recorded: told.filter(({ id }) => articles.has(id)) };
}

/** Returns the jobs' steps by the ids of their rows; those that were recorded before have none. */
function logQueued(log: Log, recorded: readonly OutboxRow[], now: Date): ReadonlyMap<string, Trace> {
  const traces = new Map<string, Trace>();
  for (const row of recorded) {
    const trace = startSpan(row.article.traceId);
    traces.set(row.id, trace);
    const waited = Math.max(0, now.getTime() - row.createdAt.getTime()) / 1000;
    const about = aboutArticle(row.article);
    log('article.queued', { ...about, job: jobIdOf(row), waited_seconds: waited }, trace);
  }
  return traces;
}

function toJob(row: OutboxRow, trace: Trace | undefined): ModerationJob {
  const { article } = row;
  return { id: jobIdOf(row), key: article.key, traceId: article.traceId, article, ...(trace && { trace }) };
}

/**
 * Tells the queue about at most `limit` articles, tenants in turn. The event is committed before the job is added, so that the
 * log of events is in order; a crash in between leaves a told row without a job, which the reconciler finds. Returns how many
 * rows were taken. Rejects when the store or the queue does not answer; nothing is lost then.
 */
export async function relayOutbox(pool: SqlPool, queue: ModerationQueue, log: Log, turns: Turns, limit: number): Promise<number> {
  const now = new Date();
  const { rows, told, recorded } = await inTransaction(pool, (session) => takeAndRecord(session, limit, turns, now));
  turns.note(rows, rows.length < limit);
  if (told.length === 0) return rows.length;
  const traces = logQueued(log, recorded, now);
  try {
    await queue.add(told.map((row) => toJob(row, traces.get(row.id))));
  } catch (error) {
    const ids = told.map(({ id }) => id);
    await untellOutbox(pool, ids).catch(() => undefined);
    throw error;
  }
  return rows.length;
}
