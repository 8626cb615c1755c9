import type { Element, ElementContent, Properties } from 'hast';
import type { Block } from '../../model/block.ts';
import type { ModeratedArticle } from '../../model/moderated-article.ts';
import { groupListItems } from '../group-list-items.ts';
import { replaceControls } from '../replace-controls.ts';
import { splitListMarker } from '../split-list-marker.ts';

const QUOTE_MARK = /^>\s?/u;

function element(tagName: string, children: ElementContent[], properties: Properties = {}): Element {
  return { type: 'element', tagName, properties, children };
}

const words = (text: string): ElementContent => ({ type: 'text', value: replaceControls(text) });

/** `number`: what the list would count the item as. */
function drawItem(text: string, number: number, first: number | undefined): Element {
  const item = splitListMarker(text);
  const isJump = first !== undefined && item.number !== undefined && Number(item.number) !== first + number;
  return element('li', [words(item.text)], isJump ? { value: String(Number(item.number)) } : {});
}

function drawList(items: readonly string[]): Element {
  const number = splitListMarker(items[0] ?? '').number;
  const first = number === undefined ? undefined : Number(number);
  const rows = items.map((item, index) => drawItem(item, index, first));
  return first === undefined ? element('ul', rows) : element('ol', rows, first === 1 ? {} : { start: first });
}

function drawBlock(kind: Block['kind'], text: string, isPlain: boolean): Element {
  switch (kind) {
    case 'title':
      return element('h1', [words(text)]);
    case 'heading':
      return element('h2', [words(text)]);
    case 'paragraph':
    case 'list_item':
      return element('p', [words(text)]);
    case 'caption':
      return element('figure', [element('figcaption', [words(text)])]);
    case 'quote':
      return element('blockquote', [element('p', [words(isPlain ? text.replace(QUOTE_MARK, '') : text)])]);
    case 'code':
      return element('pre', [element('code', [words(text)])]);
    case 'table':
      return element('pre', [words(text)]);
    default:
      return kind satisfies never;
  }
}

/** The article by its blocks alone. In plain text (`isPlain`) marks of lists and quotes are markup. */
export function drawBlocks({ text, blocks }: ModeratedArticle, isPlain: boolean): Element {
  const groups = groupListItems(blocks).map((group): Element => {
    const texts = group.map(({ start, end }) => text.slice(start, end));
    const kind = group[0]?.kind ?? 'paragraph';
    if (kind !== 'list_item') return drawBlock(kind, texts[0] ?? '', isPlain);
    return isPlain
      ? drawList(texts)
      : element(
          'ul',
          texts.map((item) => element('li', [words(item)])),
        );
  });
  return element('article', groups);
}
