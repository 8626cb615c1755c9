import type { ArticleKey } from '../store/article-key.ts';

/** Where a revision of an article stands, under whatever host the API is reached. */
export function articleUrl({ articleId, revision }: Pick<ArticleKey, 'articleId' | 'revision'>): string {
  return `/v1/articles/${articleId}?revision=${revision}`;
}
