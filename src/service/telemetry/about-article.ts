import type { ArticleKey } from '../store/article-key.ts';

/** The fields that every log line about an article carries. */
export function aboutArticle(key: ArticleKey, attempt: number) {
  return { tenant: key.tenant, article_id: key.articleId, revision: key.revision, attempt };
}
