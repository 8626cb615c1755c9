import type { Finding } from '../model/finding.ts';

function nameArticle({ article, source, published_at: published, publisher }: Finding['evidence']): string {
  if (typeof article !== 'string') return `an article of ${String(publisher)}`;
  const from = typeof source === 'string' ? ` of ${source}` : '';
  return `${article}${from}${typeof published === 'string' ? `, ${published}` : ''}`;
}

/** Which other articles a finding is about, and how much they share; empty for findings about this article alone. */
export function describeOtherArticles({ kind, evidence }: Finding): string {
  const { copy, words, share, articles_with_it: articles, found_in: found } = evidence;
  if (kind === 'cross_article_duplicate' && typeof share === 'number') {
    return `in ${nameArticle(evidence)}: ${String(copy)}, ${String(words)} words, ${Math.round(share * 100)} % of this article`;
  }
  if (typeof articles !== 'number' || !Array.isArray(found)) return '';
  return `in ${articles} other articles of the source: ${found.join(', ')}${found.length < articles ? ', …' : ''}`;
}
