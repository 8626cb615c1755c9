import type { Article } from '../../moderation/model/article.ts';
import type { ArticleKey } from './article-key.ts';
import type { SqlSession } from './sql-pool.ts';

/** The article exactly as it was accepted, or `undefined`. */
export async function readInput(session: SqlSession, key: ArticleKey): Promise<Article | undefined> {
  const { rows } = await session.query<{ input: string }>(
    'SELECT input FROM copydesk.articles WHERE tenant = $1 AND article_id = $2 AND revision = $3',
    [key.tenant, key.articleId, key.revision],
  );
  // Written from a checked article, when it was taken in.
  return rows[0] && { ...(JSON.parse(rows[0].input) as Article), revision: key.revision };
}
