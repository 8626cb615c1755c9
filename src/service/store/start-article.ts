import { type Change, foldChange } from './fold-change.ts';
import { toWork, type Work, type WorkRow } from './read-work.ts';
import type { SqlSession } from './sql-pool.ts';
import { STATE_SQL } from './state-sql.ts';

// What is known of the article comes from a job: after the store was put back to an earlier day, the version alone may be another's.
const START = `WITH changed AS (
    UPDATE copydesk.articles a ${STATE_SQL.set}
      FROM jsonb_to_record($5::jsonb) AS c(${STATE_SQL.record})
     WHERE a.tenant = $1 AND a.article_id = $2 AND a.revision = $3 AND a.version = $4 AND a.head = $7
    RETURNING a.input
  ), events AS (
    INSERT INTO copydesk.events (tenant, article_id, revision, number, name, time, data, hash)
    SELECT $1, $2, $3, e.number, e.name, e.time, e.data, e.hash FROM changed, jsonb_to_recordset($6::jsonb)
        AS e(number integer, name text, time timestamptz, data jsonb, hash text)
  )
  SELECT input, t.webhook_url IS NOT NULL AS has_webhook, coalesce(t.rules_head, '') AS rules_head
    FROM changed LEFT JOIN copydesk.tenants t ON t.id = $1`;

/**
 * `changeArticle` for the event that starts the work on an article, which the text comes back from: so it is not read before. Resolves to
 * `undefined`, and has changed nothing, when the article is no longer as it was read.
 */
export async function startArticle(session: SqlSession, change: Change, now: Date): Promise<Work | undefined> {
  const { key, state } = change.article;
  const { article: started, columns, events } = foldChange(change, now);
  const { steps: _, ...article } = started;
  const { rows } = await session.query<WorkRow>(START, [
    ...[key.tenant, key.articleId, key.revision, state.version],
    ...[JSON.stringify(columns), JSON.stringify(events), change.article.head],
  ]);
  return rows[0] && toWork(article, rows[0]);
}
