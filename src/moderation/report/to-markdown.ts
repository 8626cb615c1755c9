import type { Block } from '../model/block.ts';
import type { ModeratedArticle } from '../model/moderated-article.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { groupListItems } from './group-list-items.ts';
import { editMarkdownSource } from './markdown-source/edit-markdown-source.ts';
import { splitListMarker } from './split-list-marker.ts';

/** Cells of a table; a larger one is drawn as it stands. */
const MAX_CELLS = 20_000;
const QUOTE_MARK = /^>\s?/u;

/** A fence one backtick longer than any run in the code. */
function fence(code: string): string {
  let longest = 2;
  for (const run of code.match(/`+/gu) ?? []) longest = Math.max(longest, run.length);
  const marks = '`'.repeat(longest + 1);
  return `${marks}\n${code}\n${marks}`;
}

function drawRow(cells: readonly string[], columns: number): string {
  const drawn = Array.from({ length: columns }, (_, column) => ` ${escapeMarkdown(cells[column] ?? '')} `);
  return `|${drawn.join('|')}|`;
}

/** Rows end with lines, cells with tabs; what has no second cell stays as it stands. */
function drawTable(text: string): string {
  const rows = text.split('\n').map((row) => row.split('\t'));
  const columns = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  // A long row among short ones would make a table of blanks.
  if (columns < 2 || columns * rows.length > MAX_CELLS) return fence(text);
  const [head = [], ...body] = rows;
  return [drawRow(head, columns), `|${'---|'.repeat(columns)}`, ...body.map((cells) => drawRow(cells, columns))].join('\n');
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
      return fence(text);
    case 'table':
      return drawTable(text);
    default:
      return block.kind satisfies never;
  }
}

/** The blocks of an article as CommonMark. Every character that would be read as markup is escaped. */
function drawArticle({ blocks, text }: ModeratedArticle): string {
  const parts: string[] = [];
  let before: Block['kind'] | undefined;
  for (const group of groupListItems(blocks)) {
    const kind = group[0]?.kind;
    // Neighbouring quotes are paragraphs of one.
    if (before !== undefined) parts.push(kind === 'quote' && before === 'quote' ? '\n>\n' : '\n\n');
    parts.push(group.map((block) => drawBlock(block, text.slice(block.start, block.end))).join('\n'));
    before = kind;
  }
  return parts.length === 0 ? '' : `${parts.join('')}\n`;
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
