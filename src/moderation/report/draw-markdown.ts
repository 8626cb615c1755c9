import type { Block } from '../model/block.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { groupListItems } from './group-list-items.ts';
import type { ItemPlace } from './list-item-places.ts';
import { splitListMarker } from './split-list-marker.ts';

/** Blocks of a text, and what is known of their markup. */
export interface DrawnBlocks {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** In plain text lines are wrapped anywhere and begin with the marks of lists and quotes. */
  readonly isPlain: boolean;
  /** The places of list items in the lists of their source, where it tells. */
  readonly items: ReadonlyMap<Block, ItemPlace>;
}

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

/** Running text; a line end of its markup is one that has to stay. `prefix` begins the lines after the first. */
function drawLines(text: string, isPlain: boolean, prefix = ''): string {
  if (isPlain) return escapeMarkdown(text);
  const lines = text.split('\n').map(escapeMarkdown);
  return lines.filter((line) => line !== '').join(`\\\n${prefix}`);
}

function drawBlock({ kind, start, end }: Block, { text, isPlain }: DrawnBlocks): string {
  const words = text.slice(start, end);
  switch (kind) {
    case 'title':
      return `# ${escapeMarkdown(words)}`;
    case 'heading':
      return `## ${escapeMarkdown(words)}`;
    case 'paragraph':
    case 'list_item':
      return drawLines(words, isPlain);
    case 'quote':
      return `> ${drawLines(isPlain ? words.replace(QUOTE_MARK, '') : words, isPlain, '> ')}`;
    case 'caption':
      return `*${escapeMarkdown(words)}*`;
    case 'code':
      return fence(words);
    case 'table':
      return drawTable(words);
    default:
      return kind satisfies never;
  }
}

/** List items that stand next to each other; each begins in the column of the text of the item it belongs to. */
function drawList(group: readonly Block[], drawn: DrawnBlocks): string {
  const indents = new Map<object, string>();
  let before: object | undefined;
  const lines = group.map((block): string => {
    const words = drawn.text.slice(block.start, block.end);
    const place = drawn.items.get(block);
    const item = drawn.isPlain || !place ? splitListMarker(words) : { text: words, number: place.number };
    const outer = place?.around.findLast((around) => indents.has(around));
    const indent = (outer && indents.get(outer)) ?? '';
    const marker = item.number === undefined ? '- ' : `${item.number}. `;
    const inner = indent + ' '.repeat(marker.length);
    // A second paragraph of an item.
    if (place && place.item === before) return `\n${inner}${drawLines(item.text, drawn.isPlain, inner)}`;
    before = place?.item;
    if (place) indents.set(place.item, inner);
    return `${indent}${marker}${drawLines(item.text, drawn.isPlain, inner)}`;
  });
  return lines.join('\n');
}

/** Blocks of an article as CommonMark. Every character that would be read as markup is escaped. */
export function drawMarkdown(drawn: DrawnBlocks): string {
  const parts: string[] = [];
  let before: Block['kind'] | undefined;
  for (const group of groupListItems(drawn.blocks)) {
    const first = group[0];
    if (!first) continue;
    // Neighbouring quotes are paragraphs of one.
    if (before !== undefined) parts.push(first.kind === 'quote' && before === 'quote' ? '\n>\n' : '\n\n');
    parts.push(first.kind === 'list_item' ? drawList(group, drawn) : drawBlock(first, drawn));
    before = first.kind;
  }
  return parts.join('');
}
