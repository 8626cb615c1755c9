import type { ModeratedArticle } from '../model/moderated-article.ts';
import { readMarkup } from './article-html/read-markup.ts';
import { drawMarkdown } from './draw-markdown.ts';
import { listItemPlaces } from './list-item-places.ts';
import { editMarkdownSource } from './markdown-source/edit-markdown-source.ts';

function drawArticle(result: ModeratedArticle, original: string): string {
  const { text, blocks } = result;
  const { format } = result.original;
  if (format === 'markdown') return editMarkdownSource(result, original);
  const items = listItemPlaces(result, readMarkup(format, original));
  return drawMarkdown({ text, blocks, isPlain: format === 'text', items });
}

/**
 * The cleaned article as Markdown. One that came as Markdown (`original` is its source) comes back as it was but for the
 * edits; of any other its blocks are written, so the structure is that of the blocks and, where HTML tells, of its lists
 * and line breaks. Ends with a line end, unless the article is empty.
 */
export function toMarkdown(result: ModeratedArticle, original: string): string {
  const drawn = drawArticle(result, original);
  return drawn === '' || drawn.endsWith('\n') ? drawn : `${drawn}\n`;
}
