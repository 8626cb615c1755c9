import type { Element, Nodes } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import type { ArticleFormat } from '../model/article.ts';
import type { ModeratedArticle } from '../model/moderated-article.ts';
import { ARTICLE_SCHEMA } from './article-html/article-schema.ts';
import { drawBlocks } from './article-html/draw-blocks.ts';
import { drawMarkup } from './article-html/draw-markup.ts';
import { foldBlanks } from './article-html/fold-blanks.ts';
import { keepImages } from './article-html/keep-images.ts';
import { listRuns } from './article-html/list-runs.ts';
import { readPageMarkup } from './article-html/read-page-markup.ts';
import { resolveAddresses } from './article-html/resolve-addresses.ts';
import { setLines } from './article-html/set-lines.ts';
import type { SourceTree } from './article-html/source-tree.ts';
import { replaceControls } from './replace-controls.ts';

function addText(node: Nodes, parts: string[]): void {
  if (node.type === 'text') parts.push(node.value);
  if ('children' in node) for (const child of node.children) addText(child, parts);
}

/** Whether a tree says exactly what the article says, in its order, white space aside. */
function saysAll(node: Nodes, text: string): boolean {
  const parts: string[] = [];
  addText(node, parts);
  return foldBlanks(parts.join('')) === foldBlanks(replaceControls(text));
}

/** Sanitising is the last step, so that nothing before it has to be trusted. */
function finish(article: Element, { article: { language } }: ModeratedArticle): Nodes {
  const lang = language.code === 'und' ? {} : { lang: language.code };
  return sanitize({ ...setLines(article), properties: { ...lang, dir: 'auto' } }, ARTICLE_SCHEMA);
}

/** The markup of an original; nothing where its blocks are all that is known of it. */
function readMarkup(format: ArticleFormat, original: string): SourceTree | undefined {
  switch (format) {
    case 'html':
      return readPageMarkup(original);
    case 'text':
    case 'markdown':
      return undefined;
    default:
      return format satisfies never;
  }
}

function drawFromMarkup(result: ModeratedArticle, original: string): Nodes | undefined {
  const tree = readMarkup(result.original.format, original);
  if (!tree) return undefined;
  const addresses = resolveAddresses(result.article.url ?? undefined, tree.base);
  const blocks = listRuns(result, tree);
  const drawn = drawMarkup(blocks, keepImages(tree, blocks, result.findings, addresses), addresses);
  const finished = finish(drawn, result);
  return saysAll(finished, result.text) ? finished : undefined;
}

/**
 * The cleaned article as one sanitised `<article>` of semantic HTML that says exactly what the result's text says. From
 * HTML the source's own headings, lists, quotes, tables, figures, emphasis and links stand around the text; otherwise,
 * and where the source's markup does not hold the text in its order, the blocks of the result tell. Pictures and links
 * keep full addresses of the web only. `original` is the text the result was made from. Ends with a line end.
 */
export function toArticleHtml(result: ModeratedArticle, original: string): string {
  const isPlain = result.original.format === 'text';
  const article = drawFromMarkup(result, original) ?? finish(drawBlocks(result, isPlain), result);
  return `${toHtml(article, { characterReferences: { useNamedReferences: true } })}\n`;
}
