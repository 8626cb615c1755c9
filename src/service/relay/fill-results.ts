import type { ModeratedArticle } from '../../moderation/model/moderated-article.ts';
import { toQueued } from '../processing/to-moderation.ts';
import { inTransaction } from '../store/in-transaction.ts';
import type { SqlPool, SqlSession } from '../store/sql-pool.ts';
import { toSqlText } from '../store/to-sql-text.ts';

interface Row {
  readonly tenant: string;
  readonly article_id: string;
  readonly revision: number;
  readonly json: string | null;
}

/**
 * `articles_unmarked` finds them; a purge or a result that comes meanwhile holds the row, and then needs nothing. Of those that have a title nothing
 * is missing but the marks.
 */
const FIND = `SELECT a.tenant, a.article_id, a.revision, r.json FROM copydesk.articles a
    LEFT JOIN LATERAL (SELECT x.json FROM copydesk.results x WHERE x.tenant = a.tenant AND x.article_id = a.article_id
       AND x.revision = a.revision AND a.result_title IS NULL ORDER BY x.run DESC LIMIT 1) AS r ON true
  WHERE a.processing = 'cleaned' AND NOT a.purged AND NOT a.marked ORDER BY a.tenant, a.seq LIMIT $1 FOR UPDATE OF a SKIP LOCKED`;

/** The marks say what the row says, whoever wrote that. */
const FILL = `WITH filled AS (
    UPDATE copydesk.articles a SET marked = true, result_title = coalesce(a.result_title, f.title),
           kinds = CASE WHEN a.result_title IS NULL THEN f.kinds ELSE a.kinds END,
           rules = CASE WHEN a.result_title IS NULL THEN f.rules ELSE a.rules END
      FROM jsonb_to_recordset($1::jsonb) AS f(tenant text, article_id text, revision integer, kinds text[], rules text[], title text)
     WHERE a.tenant = f.tenant AND a.article_id = f.article_id AND a.revision = f.revision
    RETURNING a.tenant, a.seq, a.kinds, a.rules
  )
  INSERT INTO copydesk.marks (tenant, mark, seq)
  SELECT a.tenant, m.mark, a.seq FROM filled a
   CROSS JOIN LATERAL (SELECT 'k:' || k FROM unnest(a.kinds) k UNION SELECT 'r:' || r FROM unnest(a.rules) r) AS m (mark)
  ON CONFLICT DO NOTHING`;

function toFilled({ json, ...key }: Row): object {
  // Written by `moderate`, maybe of an earlier version: all of them have these fields.
  const queued = json === null ? { kinds: [], rules: [], title: '' } : toQueued(JSON.parse(json) as ModeratedArticle);
  return { ...key, ...queued, title: toSqlText(queued.title) };
}

async function fill(session: SqlSession, limit: number): Promise<number> {
  const { rows } = await session.query<Row>(FIND, [limit]);
  if (rows.length > 0) await session.query(FILL, [JSON.stringify(rows.map(toFilled))]);
  return rows.length;
}

/**
 * Fills in what the queue is filtered by and shows, of results that were stored before it stood with their articles, and writes the marks that
 * name them; `limit` at most, tenant by tenant. Returns how many it was: fewer than asked for when none is left. Whoever stops in between goes
 * on where it was.
 */
export function fillResults(pool: SqlPool, limit: number): Promise<number> {
  return inTransaction(pool, (session) => fill(session, limit));
}
