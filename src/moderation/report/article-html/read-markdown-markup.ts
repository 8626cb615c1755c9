import type { MarkdownNode } from '../../markup/markdown-node.ts';
import { parseMarkdown } from '../../markup/parse-markdown.ts';
import { readHtmlBlock } from '../../markup/read-html-block.ts';
import { readTag } from '../../markup/read-tag.ts';
import { enterElement, openPlace } from './enter-element.ts';
import type { Place, SourceElement, SourceImage, SourceText, SourceTree } from './source-tree.ts';

/** The elements that nodes stand for, where nothing but their type tells. */
const TAGS: Readonly<Partial<Record<MarkdownNode['type'], string>>> = {
  blockquote: 'blockquote',
  listItem: 'li',
  footnoteDefinition: 'div',
  paragraph: 'p',
  emphasis: 'em',
  strong: 'strong',
  delete: 'del',
  link: 'a',
  linkReference: 'a',
};

/** Elements without attributes of their own that people write among words. */
const INLINE_TAGS = new Set(
  'em strong b i u s sub sup abbr q cite del ins mark small code kbd samp var dfn strike tt'.split(' '),
);

/** Tags among words that may be open at a time. */
const MAX_OPEN = 20;

type Attributes = SourceElement['attributes'];

interface Surroundings {
  readonly place: Place;
  /** Children of the innermost element. */
  readonly siblings: SourceElement[];
  /** False in a list whose items are lines, not paragraphs. */
  readonly isLoose: boolean;
}

const toAttributes = (values: Readonly<Record<string, string | undefined>>): Attributes =>
  Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));

/** Addresses by their labels; the first of two definitions counts. */
function collectAddresses(nodes: readonly MarkdownNode[], into: Map<string, string>): ReadonlyMap<string, string> {
  for (const { type, identifier, url, children } of nodes) {
    if (type === 'definition' && identifier !== undefined && url !== undefined && !into.has(identifier))
      into.set(identifier, url);
    collectAddresses(children, into);
  }
  return into;
}

class MarkdownMarkupReader implements SourceTree {
  readonly texts: SourceText[] = [];
  readonly images: SourceImage[] = [];
  readonly base = undefined;
  private readonly source: string;
  private readonly addresses: ReadonlyMap<string, string>;

  constructor(source: string, addresses: ReadonlyMap<string, string>) {
    this.source = source;
    this.addresses = addresses;
  }

  private addressOf({ url, identifier }: MarkdownNode): string | undefined {
    return url ?? this.addresses.get(identifier ?? '');
  }

  private enter(
    { place, siblings, isLoose }: Surroundings,
    tag: string,
    start: number,
    attributes: Attributes = [],
  ): Surroundings {
    const children: SourceElement[] = [];
    const element = { tag, attributes, children, start };
    siblings.push(element);
    return { place: enterElement(place, element), siblings: children, isLoose };
  }

  private addText(start: number, end: number, place: Place): void {
    if (end > start) this.texts.push({ start, end, place, isBlank: this.source.slice(start, end).trim() === '' });
  }

  private readImage(node: MarkdownNode, around: Surroundings): void {
    const attributes = toAttributes({ src: this.addressOf(node), alt: node.alt });
    const element = { tag: 'img', attributes, children: [], start: node.start };
    around.siblings.push(element);
    this.images.push({ start: node.start, element, place: around.place });
  }

  private readTable(table: MarkdownNode, around: Surroundings): void {
    const inTable = this.enter(around, 'table', table.start);
    let section: Surroundings | undefined;
    for (const [index, row] of table.children.entries()) {
      if (index < 2 || !section) section = this.enter(inTable, index === 0 ? 'thead' : 'tbody', row.start);
      const inRow = this.enter(section, 'tr', row.start);
      for (const cell of row.children) {
        this.readAll(cell.children, this.enter(inRow, index === 0 ? 'th' : 'td', cell.start));
      }
    }
  }

  private readList(list: MarkdownNode, around: Surroundings): void {
    const isLoose = list.isLoose === true || list.children.some((item) => item.isLoose);
    const first = list.firstNumber;
    const start = first === undefined || first === 1 ? undefined : String(first);
    const inside = this.enter(around, first === undefined ? 'ul' : 'ol', list.start, toAttributes({ start }));
    this.readAll(list.children, { ...inside, isLoose });
  }

  private readHtml({ start, end }: MarkdownNode, around: Surroundings): void {
    const isQuoted = around.place.containers.some(({ tag }) => tag === 'blockquote');
    for (const { runs } of readHtmlBlock(this.source, { start, end }, 'paragraph', isQuoted).blocks) {
      const from = runs[0]?.start ?? start;
      this.addText(from, runs.at(-1)?.end ?? from, this.enter(around, 'div', from).place);
    }
  }

  private readCode({ start, end }: MarkdownNode, around: Surroundings): void {
    this.addText(start, end, this.enter(this.enter(around, 'pre', start), 'code', start).place);
  }

  private read(node: MarkdownNode, around: Surroundings): void {
    const { type, start, end, children } = node;
    if (type === 'text') this.addText(start, end, around.place);
    else if (type === 'inlineCode') this.addText(start, end, this.enter(around, 'code', start).place);
    else if (type === 'code') this.readCode(node, around);
    else if (type === 'image' || type === 'imageReference') this.readImage(node, around);
    else if (type === 'table') this.readTable(node, around);
    else if (type === 'list') this.readList(node, around);
    else if (type === 'html') this.readHtml(node, around);
    else if (type === 'heading') this.readAll(children, this.enter(around, `h${node.depth ?? 2}`, start));
    else if (type === 'paragraph' && !around.isLoose) this.readAll(children, this.enter(around, 'div', start));
    else {
      const tag = TAGS[type];
      const attributes = tag === 'a' ? toAttributes({ href: this.addressOf(node) }) : [];
      this.readAll(children, tag === undefined ? around : this.enter(around, tag, start, attributes));
    }
  }

  /** Reads neighbours; a tag among words is around those up to its end. */
  readAll(nodes: readonly MarkdownNode[], around: Surroundings): void {
    const open: { readonly name: string; readonly outer: Surroundings }[] = [];
    let inside = around;
    const isInline = nodes.some(({ type }) => type === 'text');
    for (const node of nodes) {
      const tag = isInline && node.type === 'html' ? readTag(this.source, node.start, node.end) : undefined;
      if (!isInline || node.type !== 'html') this.read(node, inside);
      else if (tag?.isClosing) {
        const at = open.findLastIndex(({ name }) => name === tag.name);
        inside = open[at]?.outer ?? inside;
        if (at >= 0) open.length = at;
      } else if (tag && INLINE_TAGS.has(tag.name) && open.length < MAX_OPEN) {
        open.push({ name: tag.name, outer: inside });
        inside = this.enter(inside, tag.name, node.start);
      }
    }
  }
}

/**
 * The markup of a Markdown article as the elements it stands for. Of its HTML, tags of emphasis among words count; blocks
 * of HTML are lines of text. Linear in the tree.
 */
export function readMarkdownMarkup(source: string): SourceTree {
  const { children } = parseMarkdown(source);
  const reader = new MarkdownMarkupReader(source, collectAddresses(children, new Map()));
  const siblings: SourceElement[] = [];
  const place = openPlace({ tag: '', attributes: [], children: siblings, start: 0 });
  reader.readAll(children, { place, siblings, isLoose: true });
  return reader;
}
