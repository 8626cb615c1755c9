import type { SqlSession } from '../store/sql-pool.ts';

/** The events that are asked for: from `since` on and before `until`. */
export interface AuditWindow {
  readonly tenant: string;
  readonly since: Date;
  readonly until: Date;
}

/** A chain of which something is asked for, as one statement saw it. */
export interface FoundChain {
  readonly article: string;
  readonly revision: number;
  /**
   * Its first and last event in the window. Clocks of processes differ, so one between them may lie outside. Null: there is none, but its last
   * event is gone, wherever it was.
   */
  readonly first: number | null;
  readonly last: number | null;
  /** Of the event before the first. */
  readonly before: string;
  readonly end: { readonly number: number; readonly hash: string; readonly time: Date | null };
}

/** Articles that one statement looks at, so that none takes long however many there are. */
const PAGE = 200;

interface Row extends Omit<FoundChain, 'end'> {
  readonly end_number: number;
  readonly end_hash: string;
  readonly end_time: Date | null;
}

const SQL = `WITH page AS (
    SELECT a.article_id, a.revision, a.version, a.head FROM copydesk.articles a
     WHERE a.tenant = $1 AND (a.article_id, a.revision) > ($4, $5::integer) ORDER BY a.article_id, a.revision LIMIT ${PAGE})
  SELECT p.article_id AS article, p.revision, w.first, w.last, coalesce(b.hash, '') AS before,
         p.version AS end_number, p.head AS end_hash, e.time AS end_time
    FROM page p
    CROSS JOIN LATERAL (SELECT min(number) AS first, max(number) AS last FROM copydesk.events w
      WHERE w.tenant = $1 AND w.article_id = p.article_id AND w.revision = p.revision AND w.time >= $2 AND w.time < $3) w
    LEFT JOIN copydesk.events b
      ON b.tenant = $1 AND b.article_id = p.article_id AND b.revision = p.revision AND b.number = w.first - 1
    LEFT JOIN copydesk.events e
      ON e.tenant = $1 AND e.article_id = p.article_id AND e.revision = p.revision AND e.number = p.version
   ORDER BY p.article_id, p.revision`;

function toChain({ end_number: number, end_hash: hash, end_time: time, ...row }: Row): readonly FoundChain[] {
  return row.first === null && time !== null ? [] : [{ ...row, end: { number, hash, time } }];
}

/** The chains of a tenant's articles with events in the window, page by page; some pages may be empty. */
export async function* listChains(
  session: SqlSession,
  { tenant, since, until }: AuditWindow,
): AsyncGenerator<readonly FoundChain[]> {
  let after: readonly [string, number] = ['', 0];
  for (;;) {
    const { rows } = await session.query<Row>(SQL, [tenant, since, until, ...after]);
    const last = rows.at(-1);
    if (!last) return;
    yield rows.flatMap(toChain);
    after = [last.article, last.revision];
  }
}
