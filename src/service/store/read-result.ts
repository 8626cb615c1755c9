import type { ArticleKey } from './article-key.ts';
import type { SqlSession } from './sql-pool.ts';

/** The result of the newest run as the JSON text that was stored, or `undefined` while there is none. */
export async function readResult(session: SqlSession, key: ArticleKey): Promise<string | undefined> {
  const { rows } = await session.query<{ json: string }>(
    'SELECT json FROM copydesk.results WHERE tenant = $1 AND article_id = $2 AND revision = $3 ORDER BY run DESC LIMIT 1',
    [key.tenant, key.articleId, key.revision],
  );
  return rows[0]?.json;
}
