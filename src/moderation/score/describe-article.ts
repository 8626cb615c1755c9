import type { Language } from '../model/annotation.ts';
import type { Article } from '../model/article.ts';
import type { Metadata } from '../model/document.ts';
import type { ArticleHeader } from '../model/moderated-article.ts';

/** The language that the text is written in; where that tells none, the one that its markup declares, of which nothing is measured. */
function chooseLanguage(found: Language, stated: string | undefined): Language {
  return found.code === 'und' && stated !== undefined ? { code: stated, confidence: 0 } : found;
}

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
    language: chooseLanguage(language, metadata.language),
  };
}
