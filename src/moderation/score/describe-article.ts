import type { Language } from '../model/annotation.ts';
import type { Article } from '../model/article.ts';
import type { Metadata } from '../model/document.ts';
import type { ArticleHeader } from '../model/moderated-article.ts';

/** The header of a result. Metadata is what the article stated, in its text or beside it. */
export function describeArticle(article: Article, metadata: Metadata, language: Language): ArticleHeader {
  return {
    id: article.id,
    revision: article.revision ?? 1,
    source: article.source ?? null,
    url: article.url ?? metadata.url ?? null,
    title: metadata.title ?? null,
    byline: metadata.byline ?? null,
    site: metadata.site ?? null,
    publishedAt: metadata.publishedAt ?? null,
    language,
  };
}
