import type { Article } from '../../moderation/model/article.ts';
import type { ArticleKey } from './article-key.ts';
import type { DeliveryWay } from './decision-notice.ts';
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
  /** Tells the rules that its tenant has learned from those it had before; empty when it never learned any. */
  readonly rulesHead: string;
}

/** Columns that make a `Work` of an article. */
export interface WorkRow {
  readonly input: string;
  readonly has_webhook: boolean;
  readonly rules_head: string;
}

const READ = `SELECT ${ARTICLE_COLUMNS}, input,
    EXISTS (SELECT FROM copydesk.tenants t WHERE t.id = $1 AND t.webhook_url IS NOT NULL) AS has_webhook,
    coalesce((SELECT t.rules_head FROM copydesk.tenants t WHERE t.id = $1), '') AS rules_head
  FROM copydesk.articles WHERE tenant = $1 AND article_id = $2 AND revision = $3`;

export function toWork(article: StoredArticle, row: WorkRow): Work {
  // Written by `insertArticles` from a checked article.
  const input = { ...(JSON.parse(row.input) as Article), revision: article.key.revision };
  return { article, input, way: row.has_webhook ? 'webhook' : 'pull', rulesHead: row.rules_head };
}

/** An article with its text, or `undefined`. */
export async function readWork(session: SqlSession, key: ArticleKey): Promise<Work | undefined> {
  const { rows } = await session.query<ArticleRow & WorkRow>(READ, [key.tenant, key.articleId, key.revision]);
  return rows[0] && toWork(toStoredArticle(rows[0]), rows[0]);
}
