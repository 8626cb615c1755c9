import type { ArticleKey } from './article-key.ts';
import type { SqlSession } from './sql-pool.ts';

/** An article is on its way from here on; a trigger tells whoever waits for the outbox at the commit. */
export async function insertOutbox(session: SqlSession, key: ArticleKey): Promise<void> {
  await session.query(
    `INSERT INTO copydesk.outbox (tenant, article_id, revision, created_at) VALUES ($1, $2, $3, now())
     ON CONFLICT (tenant, article_id, revision) DO UPDATE SET told_at = NULL`,
    [key.tenant, key.articleId, key.revision],
  );
}

/** These articles have come to an end. The transaction must hold their rows: everybody locks the article before its outbox row. */
export async function deleteOutbox(session: SqlSession, keys: readonly ArticleKey[]): Promise<void> {
  const rows = keys.map(({ tenant, articleId, revision }) => ({ tenant, article_id: articleId, revision }));
  await session.query(
    `DELETE FROM copydesk.outbox o USING jsonb_to_recordset($1::jsonb) AS k(tenant text, article_id text, revision integer)
      WHERE o.tenant = k.tenant AND o.article_id = k.article_id AND o.revision = k.revision`,
    [JSON.stringify(rows)],
  );
}

/** The queue does not have these: it is told again. Rows that somebody else holds are left alone, so that nobody waits in a circle. */
export async function untellOutbox(session: SqlSession, ids: readonly string[]): Promise<void> {
  await session.query(
    `UPDATE copydesk.outbox SET told_at = NULL WHERE id IN (
       SELECT id FROM copydesk.outbox WHERE id = ANY($1::bigint[]) ORDER BY id FOR UPDATE SKIP LOCKED)`,
    [ids],
  );
}
