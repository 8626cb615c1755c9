import type { ArticleEvent } from '../../../src/service/store/article-event.ts';
import type { ArticleKey } from '../../../src/service/store/article-key.ts';
import type { SqlSession } from '../../../src/service/store/sql-pool.ts';

/** All events of an article in their order. */
export async function readEvents(session: SqlSession, key: ArticleKey): Promise<readonly ArticleEvent[]> {
  const { rows } = await session.query<ArticleEvent>(
    'SELECT name, data FROM copydesk.events WHERE tenant = $1 AND article_id = $2 AND revision = $3 ORDER BY number',
    [key.tenant, key.articleId, key.revision],
  );
  return rows;
}
