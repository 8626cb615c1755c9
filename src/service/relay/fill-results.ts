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

/** `articles_unfilled` finds them; a purge or a result that comes meanwhile holds the row, and then needs nothing. */
const FIND = `SELECT a.tenant, a.article_id, a.revision, r.json FROM copydesk.articles a
    LEFT JOIN LATERAL (SELECT x.json FROM copydesk.results x WHERE x.tenant = a.tenant AND x.article_id = a.article_id
       AND x.revision = a.revision ORDER BY x.run DESC LIMIT 1) AS r ON true
  WHERE a.processing = 'cleaned' AND NOT a.purged AND a.result_title IS NULL ORDER BY a.seq LIMIT $1 FOR UPDATE OF a SKIP LOCKED`;

const FILL = `UPDATE copydesk.articles a SET kinds = f.kinds, rules = f.rules, result_title = f.title
    FROM jsonb_to_recordset($1::jsonb) AS f(tenant text, article_id text, revision integer, kinds text[], rules text[], title text)
   WHERE a.tenant = f.tenant AND a.article_id = f.article_id AND a.revision = f.revision`;

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
 * Fills in what the queue is filtered by and shows, of results that were stored before it stood with their articles; `limit` at most. Returns
 * how many it was: fewer than asked for when none is left. Whoever stops in between goes on where it was.
 */
export function fillResults(pool: SqlPool, limit: number): Promise<number> {
  return inTransaction(pool, (session) => fill(session, limit));
}
