import type { Block } from '../model/block.ts';
import type { ModeratedArticle } from '../model/moderated-article.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { groupListItems } from './group-list-items.ts';
import { editMarkdownSource } from './markdown-source/edit-markdown-source.ts';
import { splitListMarker } from './split-list-marker.ts';

const QUOTE_MARK = /^>\s?/u;

/** A fence one backtick longer than any run in the code. */
function fence(code: string): string {
  let longest = 2;
  for (const run of code.match(/`+/gu) ?? []) longest = Math.max(longest, run.length);
  const marks = '`'.repeat(longest + 1);
  return `${marks}\n${code}\n${marks}`;
}

function drawListItem(text: string): string {
  const item = splitListMarker(text);
  return `${item.number === undefined ? '-' : `${item.number}.`} ${escapeMarkdown(item.text)}`;
}

function drawBlock(block: Block, text: string): string {
  switch (block.kind) {
    case 'title':
      return `# ${escapeMarkdown(text)}`;
    case 'heading':
      return `## ${escapeMarkdown(text)}`;
    case 'paragraph':
      return escapeMarkdown(text);
    case 'list_item':
      return drawListItem(text);
    case 'quote':
      return `> ${escapeMarkdown(text.replace(QUOTE_MARK, ''))}`;
    case 'caption':
      return `*${escapeMarkdown(text)}*`;
    case 'code':
    case 'table':
      return fence(text);
    default:
      return block.kind satisfies never;
  }
}

/** The blocks of an article as CommonMark. Every character that would be read as markup is escaped. */
function drawArticle(result: ModeratedArticle): string {
  const groups = groupListItems(result.blocks).map((blocks) =>
    blocks.map((block) => drawBlock(block, result.text.slice(block.start, block.end))).join('\n'),
  );
  return groups.length === 0 ? '' : `${groups.join('\n\n')}\n`;
}

/**
 * The cleaned article as Markdown. One that came as Markdown (`original` is its source) comes back as it was but for the
 * edits; of any other its blocks are written, so the structure is that of the blocks and of nothing else. Ends with a line
 * end, unless the article is empty.
 */
export function toMarkdown(result: ModeratedArticle, original: string): string {
  const edited = result.original.format === 'markdown' ? editMarkdownSource(result, original) : undefined;
  if (edited === undefined) return drawArticle(result);
  return edited === '' || edited.endsWith('\n') ? edited : `${edited}\n`;
}
