import { loadPipeline } from './load-pipeline.ts';
import { loadReaders } from './load-readers.ts';
import type { Article } from './moderation/model/article.ts';
import type { ModeratedArticle } from './moderation/model/moderated-article.ts';
import type { RecogniserContext } from './moderation/pipeline.ts';

/**
 * `moderate` with another recogniser of names, which may take its time. When it fails, `onRecogniserError` hears of it, the
 * built-in recogniser finds the names, and the result is `incomplete: ["entities"]`. Never rejects because of the recogniser.
 */
export async function moderateWith(article: Article, context: RecogniserContext): Promise<ModeratedArticle> {
  return await loadPipeline().moderateWith(article, context, loadReaders);
}
