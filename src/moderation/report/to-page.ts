import type { ModeratedArticle } from '../model/moderated-article.ts';
import { htmlArticle } from './html-article.ts';
import { htmlFindings } from './html-findings.ts';

/**
 * A result as its part of a page to read: the cleaned article, then what was found in `original`, the text the result
 * was made from. Everything is escaped; no script, style, link or picture. `HTML_PAGE` makes fragments a document.
 */
export function toPage(result: ModeratedArticle, original: string): string {
  return `<section>\n${[...htmlArticle(result), ...htmlFindings(result, original)].join('\n')}\n</section>\n`;
}
