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
   * The first event of `since` or later, and the last one in the window. Clocks of processes differ, so one between them may lie outside. Null: there is
   * none in the window, but the last event of the chain is gone, wherever it was.
   */
  readonly first: number | null;
  readonly last: number | null;
  /** Of the event before the first. */
  readonly before: string;
  readonly before_time: Date | null;
  readonly end: { readonly number: number; readonly hash: string; readonly time: Date | null };
}

/** Articles that one statement looks at for whether they changed, and that one reads events of: none takes long however many there are. */
const PAGE = 2000;
const PART = 200;
/** Events have the time of the process that wrote them, rows that of the store: they may differ by so much. */
const CLOCKS_DIFFER = '1 day';

interface Key {
  readonly article: string;
  readonly revision: number;
}

interface PageRow extends Key {
  readonly is_changed: boolean;
}

const PAGE_SQL = `SELECT article_id AS article, revision, changed_at >= $2::timestamptz - interval '${CLOCKS_DIFFER}' AS is_changed FROM copydesk.articles
   WHERE tenant = $1 AND (article_id, revision) > ($3, $4::integer) ORDER BY article_id, revision LIMIT ${PAGE}`;

interface Row extends Omit<FoundChain, 'end'> {
  readonly end_number: number;
  readonly end_hash: string;
  readonly end_time: Date | null;
}

// From the first event of `since` or later on, so that the one before it is of an earlier time.
const SQL = `SELECT p.article_id AS article, p.revision, w.first, w.last, coalesce(b.hash, '') AS before, b.time AS before_time,
         p.version AS end_number, p.head AS end_hash, e.time AS end_time
    FROM unnest($4::text[], $5::integer[]) AS k (article, revision)
    JOIN copydesk.articles p ON p.tenant = $1 AND p.article_id = k.article AND p.revision = k.revision
    CROSS JOIN LATERAL (SELECT CASE WHEN max(number) FILTER (WHERE time < $3) > 0 THEN min(number) END AS first,
             max(number) FILTER (WHERE time < $3) AS last FROM copydesk.events w
      WHERE w.tenant = $1 AND w.article_id = p.article_id AND w.revision = p.revision AND w.time >= $2) w
    LEFT JOIN copydesk.events b
      ON b.tenant = $1 AND b.article_id = p.article_id AND b.revision = p.revision AND b.number = w.first - 1
    LEFT JOIN copydesk.events e
      ON e.tenant = $1 AND e.article_id = p.article_id AND e.revision = p.revision AND e.number = p.version
   ORDER BY p.article_id, p.revision`;

function toChain({ end_number: number, end_hash: hash, end_time: time, ...row }: Row): readonly FoundChain[] {
  return row.first === null && time !== null ? [] : [{ ...row, end: { number, hash, time } }];
}

/** The chains of a tenant's articles with events in the window, part by part; some parts may be empty. */
export async function* listChains(
  session: SqlSession,
  { tenant, since, until }: AuditWindow,
): AsyncGenerator<readonly FoundChain[]> {
  let after: Key = { article: '', revision: 0 };
  for (;;) {
    const page = (await session.query<PageRow>(PAGE_SQL, [tenant, since, after.article, after.revision])).rows;
    const last = page.at(-1);
    if (!last) return;
    const changed = page.filter(({ is_changed }) => is_changed);
    for (let at = 0; at < changed.length; at += PART) {
      const part = changed.slice(at, at + PART);
      const columns = [part.map(({ article }) => article), part.map(({ revision }) => revision)];
      const { rows } = await session.query<Row>(SQL, [tenant, since, until, ...columns]);
      yield rows.flatMap(toChain);
    }
    after = last;
  }
}
