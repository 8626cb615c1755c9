import { loadPipeline } from './load-pipeline.ts';
import { loadReaders } from './load-readers.ts';
import type { Article } from './moderation/model/article.ts';
import type { FingerprintedArticle, ModerationContext } from './moderation/pipeline.ts';

/**
 * What an article is found again by. A store of fingerprints looks it up among those of other articles; what they share is the
 * `corpus` that `moderate` takes, and `reading` spares it reading the article again. Synchronous and pure.
 */
export function fingerprintArticle(
  article: Article,
  context: Pick<ModerationContext, 'ruleset' | 'watch'>,
): FingerprintedArticle {
  return loadPipeline().fingerprintArticle(article, context, loadReaders);
}
