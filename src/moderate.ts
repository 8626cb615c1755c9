import { loadPipeline } from './load-pipeline.ts';
import { loadReaders } from './load-readers.ts';
import type { Article } from './moderation/model/article.ts';
import type { ModeratedArticle } from './moderation/model/moderated-article.ts';
import type { ModerationContext } from './moderation/pipeline.ts';

/**
 * The whole of Copydesk: an article as received becomes a cleaned, annotated, scored document. Synchronous and pure:
 * the same article, ruleset and models give the same result everywhere. A bad article gives findings, not exceptions.
 */
export function moderate(article: Article, context: ModerationContext): ModeratedArticle {
  return loadPipeline().moderate(article, context, loadReaders);
}
