import { loadPipeline } from './load-pipeline.ts';
import { loadReaders } from './load-readers.ts';
import type { Article } from './moderation/model/article.ts';
import type { AmendableArticle, ModerationContext } from './moderation/pipeline.ts';

/**
 * Opens an article that is amended again and again: what does not depend on the amendments is made once and remembered as long as the
 * answer is. It gives what `moderate` and `moderateWith` give.
 */
export function openArticle(article: Article, context: Omit<ModerationContext, 'amendments'>): AmendableArticle {
  return loadPipeline().openArticle(article, context, loadReaders);
}
