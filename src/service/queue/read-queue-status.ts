import { ARTICLE_STATUSES, type ArticleStatus } from '../store/article-status.ts';
import type { SqlSession } from '../store/sql-pool.ts';
import type { JobCounts, ModerationQueue } from './transport.ts';

/** How the queue stands, from the store and from the transport. */
export interface QueueStatus {
  /** Revisions of articles by where they stand. */
  readonly articles: Readonly<Record<ArticleStatus, number>>;
  /** On their way, but not on the transport yet. */
  readonly waiting: number;
  /** On their way, and told to the transport. */
  readonly told: number;
  /** Seconds that the oldest article on its way has waited; 0 when there is none. */
  readonly oldestSeconds: number;
  readonly jobs: JobCounts;
}

interface Row {
  readonly counts: Readonly<Record<string, number>> | null;
  readonly waiting: number;
  readonly told: number;
  readonly oldest: number;
}

const READ = `SELECT (SELECT jsonb_object_agg(status, n) FROM (SELECT status, count(*) AS n FROM copydesk.articles GROUP BY status) AS c) AS counts,
  (SELECT count(*)::integer FROM copydesk.outbox WHERE told_at IS NULL) AS waiting,
  (SELECT count(*)::integer FROM copydesk.outbox WHERE told_at IS NOT NULL) AS told,
  coalesce((SELECT greatest(0, extract(epoch FROM now() - min(created_at)))::float8 FROM copydesk.outbox), 0) AS oldest`;

/** Counts every article: for a person who asks and waits, on a store that was opened patient; not for a probe. */
export async function readQueueStatus(session: SqlSession, queue: ModerationQueue): Promise<QueueStatus> {
  const { rows } = await session.query<Row>(READ);
  const [row] = rows;
  const count = (status: ArticleStatus) => [status, row?.counts?.[status] ?? 0] as const;
  return {
    // Every status is there, since the list of them is the source of the type.
    articles: Object.fromEntries(ARTICLE_STATUSES.map(count)) as Record<ArticleStatus, number>,
    waiting: row?.waiting ?? 0,
    told: row?.told ?? 0,
    oldestSeconds: Math.round((row?.oldest ?? 0) * 10) / 10,
    jobs: await queue.count(),
  };
}
