import { type Change, type ChangedArticle, foldChange } from './fold-change.ts';
import type { SqlSession } from './sql-pool.ts';
import { STATE_SQL } from './state-sql.ts';

const APPEND = `WITH events AS (
    INSERT INTO copydesk.events (tenant, article_id, revision, number, name, time, data, hash)
    SELECT tenant, article_id, revision, number, name, time, data, hash FROM jsonb_to_recordset($1::jsonb)
        AS e(tenant text, article_id text, revision integer, number integer, name text, time timestamptz, data jsonb, hash text)
  ), ended AS (
    DELETE FROM copydesk.outbox o USING jsonb_to_recordset($3::jsonb) AS k(tenant text, article_id text, revision integer)
     WHERE o.tenant = k.tenant AND o.article_id = k.article_id AND o.revision = k.revision
  )
  UPDATE copydesk.articles a ${STATE_SQL.set}
    FROM jsonb_to_recordset($2::jsonb) AS c(tenant text, article_id text, revision integer, ${STATE_SQL.record})
   WHERE a.tenant = c.tenant AND a.article_id = c.article_id AND a.revision = c.revision`;

/**
 * Appends events to articles whose rows the transaction holds, each article once, and writes the states they fold to; one that comes
 * to an end leaves the outbox. One statement, however many there are. Returns the articles after them. Throws `TransitionError` when
 * a state does not allow one.
 */
export async function appendToAll(
  session: SqlSession,
  changes: readonly Change[],
  now: Date,
): Promise<readonly ChangedArticle[]> {
  if (changes.length === 0) return [];
  const folded = changes.map((change) => foldChange(change, now));
  const ended = folded.filter(({ isEnded }) => isEnded);
  await session.query(APPEND, [
    JSON.stringify(folded.flatMap(({ events }) => events)),
    JSON.stringify(folded.map(({ columns }) => columns)),
    JSON.stringify(ended.map(({ columns }) => columns)),
  ]);
  return folded.map(({ article }) => article);
}
