import type { SqlSession } from './sql-pool.ts';

/** What can be known of the whole desk from the store. Ages are seconds by the database's clock. */
export interface Health {
  /** Since the last sign of life of any process that plays the role; `undefined` when none is known. */
  readonly seenSeconds: Readonly<Record<string, number | undefined>>;
  /** Articles that all workers together moderate at a time. */
  readonly concurrency: number;
  /** How long the oldest article on its way has waited; 0 when there is none. */
  readonly oldestSeconds: number;
}

/** A process that was silent for longer takes no articles. */
const UP_SECONDS = 30;

/** One statement, cheap enough for every probe. */
export async function readHealth(session: SqlSession): Promise<Health> {
  const { rows } = await session.query<{ seen: Record<string, number> | null; concurrency: number; oldest: number }>(
    `SELECT (SELECT jsonb_object_agg(role, age) FROM (
               SELECT role, extract(epoch FROM now() - max(seen_at))::float8 AS age
                 FROM copydesk.processes, unnest(roles) AS role GROUP BY role) AS ages) AS seen,
            (SELECT coalesce(sum(concurrency), 0)::integer FROM copydesk.processes
              WHERE seen_at > now() - make_interval(secs => $1)) AS concurrency,
            coalesce((SELECT greatest(0, extract(epoch FROM now() - created_at))::float8 FROM copydesk.outbox ORDER BY id LIMIT 1), 0) AS oldest`,
    [UP_SECONDS],
  );
  const [row] = rows;
  return { seenSeconds: row?.seen ?? {}, concurrency: row?.concurrency ?? 0, oldestSeconds: row?.oldest ?? 0 };
}
