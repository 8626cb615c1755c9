import type { Article } from '../../moderation/model/article.ts';
import type { DeliveryWay } from './article-event.ts';
import type { ArticleKey } from './article-key.ts';
import { ARTICLE_COLUMNS, type ArticleRow, toStoredArticle } from './read-article.ts';
import type { SqlSession } from './sql-pool.ts';
import type { StoredArticle } from './stored-article.ts';

/** All that a worker needs of an article. */
export interface Work {
  readonly article: StoredArticle;
  /** The article exactly as it was accepted. */
  readonly input: Article;
  /** How its tenant hears of decisions. */
  readonly way: DeliveryWay;
}

interface Row extends ArticleRow {
  readonly input: string;
  readonly has_webhook: boolean;
}

const READ = `SELECT ${ARTICLE_COLUMNS}, input, EXISTS (SELECT FROM copydesk.tenants t WHERE t.id = $1 AND t.webhook_url IS NOT NULL) AS has_webhook
  FROM copydesk.articles WHERE tenant = $1 AND article_id = $2 AND revision = $3`;

/** An article with its text, or `undefined`. */
export async function readWork(session: SqlSession, key: ArticleKey): Promise<Work | undefined> {
  const { rows } = await session.query<Row>(READ, [key.tenant, key.articleId, key.revision]);
  const [row] = rows;
  if (!row) return undefined;
  // Written by `insertArticle` from a checked article.
  const input = { ...(JSON.parse(row.input) as Article), revision: key.revision };
  return { article: toStoredArticle(row), input, way: row.has_webhook ? 'webhook' : 'pull' };
}
