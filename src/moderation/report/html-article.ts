import type { Block } from '../model/block.ts';
import type { ModeratedArticle } from '../model/moderated-article.ts';
import { escapeHtml } from './escape-html.ts';
import { groupListItems } from './group-list-items.ts';
import { splitListMarker } from './split-list-marker.ts';

const QUOTE_MARK = /^>\s?/u;

function drawList(items: readonly string[]): string {
  const read = items.map(splitListMarker);
  const first = read[0]?.number;
  const rows = read.map((item) => `<li dir="auto">${escapeHtml(item.text)}</li>`).join('\n');
  return first === undefined ? `<ul>\n${rows}\n</ul>` : `<ol start="${Number(first)}">\n${rows}\n</ol>`;
}

function drawBlock(kind: Exclude<Block['kind'], 'list_item'>, text: string): string {
  switch (kind) {
    case 'title':
      return `<h1 dir="auto">${escapeHtml(text)}</h1>`;
    case 'heading':
      return `<h2 dir="auto">${escapeHtml(text)}</h2>`;
    case 'paragraph':
      return `<p dir="auto">${escapeHtml(text)}</p>`;
    case 'caption':
      return `<p class="caption" dir="auto">${escapeHtml(text)}</p>`;
    case 'quote':
      return `<blockquote dir="auto"><p>${escapeHtml(text.replace(QUOTE_MARK, ''))}</p></blockquote>`;
    case 'code':
    case 'table':
      return `<pre>${escapeHtml(text)}</pre>`;
    default:
      return kind satisfies never;
  }
}

function drawGroup(result: ModeratedArticle, blocks: readonly Block[]): string {
  const texts = blocks.map((block) => result.text.slice(block.start, block.end));
  const kind = blocks[0]?.kind ?? 'paragraph';
  return kind === 'list_item' ? drawList(texts) : drawBlock(kind, texts[0] ?? '');
}

/** Byline, site and date of an article as a line of HTML, or nothing. */
function drawFacts({ byline, site, publishedAt }: ModeratedArticle['article']): readonly string[] {
  const time = publishedAt === null ? null : `<time datetime="${escapeHtml(publishedAt)}">${escapeHtml(publishedAt)}</time>`;
  const facts = [byline === null ? null : `<bdi>${escapeHtml(byline)}</bdi>`, site === null ? null : escapeHtml(site), time];
  const known = facts.filter((fact) => fact !== null);
  return known.length === 0 ? [] : [`<p class="facts">${known.join(' · ')}</p>`];
}

/** The cleaned article as semantic HTML without attributes of its own making, its facts below the title. */
export function htmlArticle(result: ModeratedArticle): readonly string[] {
  const language = result.article.language.code === 'und' ? '' : ` lang="${escapeHtml(result.article.language.code)}"`;
  const body = groupListItems(result.blocks).map((blocks) => drawGroup(result, blocks));
  const titled = result.blocks[0]?.kind === 'title' ? 1 : 0;
  return [`<article${language}>`, ...body.slice(0, titled), ...drawFacts(result.article), ...body.slice(titled), '</article>'];
}
