import type { PageDocument, PageNode, PageTag } from '../../markup/parse-page.ts';
import type { BlockKind } from '../../model/block.ts';
import { BlockSeparator } from './block-separator.ts';
import { findHiding } from './find-hiding.ts';
import { isDataTable } from './is-data-table.ts';
import { orderBlocks } from './order-blocks.ts';
import type { LineBreak, PageBlock, PageElement, TextRun } from './page-block.ts';

/** Elements whose content is no text of the page. */
const SKIPPED = new Set(
  'head title script style noscript template iframe object embed svg canvas audio video picture select datalist textarea button input meter progress rp rt map annotation annotation-xml frameset noframes noembed'.split(
    ' ',
  ),
);
/** Elements that begin and end a block. Everything else is part of the line it stands in. */
const BLOCKS = new Set(
  'html body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup p pre search section summary table caption thead tbody tfoot tr td th ul xmp listing plaintext label'.split(
    ' ',
  ),
);
const HEADING = /^h[1-6]$/;

interface Place {
  readonly element: PageElement;
  readonly kind: BlockKind;
  readonly level: number;
  readonly isLink: boolean;
  readonly hidden: string | undefined;
}

interface OpenBlock {
  readonly place: Place;
  readonly runs: TextRun[];
  letters: number;
  linkLetters: number;
  links: number;
}

function kindOf(tag: string, kind: BlockKind): BlockKind {
  if (HEADING.test(tag)) return 'heading';
  switch (tag) {
    case 'summary':
      return 'heading';
    case 'pre':
    case 'xmp':
    case 'listing':
    case 'plaintext':
      return 'code';
    case 'blockquote':
      return 'quote';
    case 'li':
      return 'list_item';
    case 'figcaption':
    case 'caption':
      return 'caption';
    default:
      return kind;
  }
}

function readAttributes(tag: PageTag): ReadonlyMap<string, string> {
  return new Map(tag.attrs.map(({ name, value }) => [name, value]));
}

const isBlank = (value: string): boolean => value.trim() === '';

function countLetters(value: string): number {
  let letters = 0;
  for (let at = 0; at < value.length; at++) if (value.charCodeAt(at) > 0x20 && value.charCodeAt(at) !== 0xa0) letters++;
  return letters;
}

/** The break that a tag makes where it begins, or where its element ends. */
function toBreak({ sourceCodeLocation: at }: PageTag, sign: '\n' | '\t', side: 'start' | 'end' = 'start'): LineBreak {
  const tag = side === 'start' ? (at?.startTag ?? at) : at?.endTag;
  return { sign, start: tag?.startOffset ?? 0, end: tag?.endOffset ?? 0 };
}

class BlockCollector {
  readonly blocks: PageBlock[] = [];
  readonly elements: PageElement[] = [];
  private open: OpenBlock | undefined;
  /** Hidden text in the middle of a line does not divide it. */
  private hidden: OpenBlock | undefined;
  private readonly separator = new BlockSeparator();

  createElement(parent: PageElement | undefined, node: PageTag): PageElement {
    const element = { index: this.elements.length, parent, tag: node.tagName, attributes: readAttributes(node) };
    this.elements.push(element);
    return element;
  }

  flush(): void {
    const { open, hidden } = this;
    this.open = undefined;
    this.hidden = undefined;
    this.separator.clear();
    this.close(open);
    this.close(hidden);
  }

  private close(open: OpenBlock | undefined): void {
    if (!open || open.letters === 0) return;
    const { place, runs, letters, linkLetters, links } = open;
    const { kind, element, level, hidden } = place;
    this.blocks.push({ kind, element, runs, letters, linkLetters, links, level, ...(hidden === undefined ? {} : { hidden }) });
  }

  /** A second break in a row ends the block. */
  breakLine(place: Place, at: LineBreak): void {
    if (!this.open) return;
    if (this.separator.isLineEnd && place.kind !== 'code' && place.kind !== 'table') this.flush();
    else this.separator.endLine(at);
  }

  addText(place: Place, value: string, start: number, end: number): void {
    if (place.hidden !== undefined) {
      this.addHidden(place, value, start, end);
      return;
    }
    const blank = isBlank(value);
    if (blank && (!this.open || !this.separator.isEmpty) && place.kind !== 'code') return;
    if (this.open && this.open.place.element !== place.element) this.flush();
    this.open ??= { place, runs: [], letters: 0, linkLetters: 0, links: 0 };
    this.open.runs.push({ value, start, end, ...(blank ? {} : this.takeSeparator(this.open)) });
    const letters = countLetters(value);
    this.open.letters += letters;
    if (place.isLink) this.open.linkLetters += letters;
  }

  /** A heading broken for the looks of it is one line. */
  private takeSeparator({ place, runs }: OpenBlock): Pick<TextRun, 'after'> {
    const after = this.separator.take();
    if (!after || runs.length === 0) return {};
    return { after: after.sign === '\n' && place.kind === 'heading' ? { ...after, sign: ' ' } : after };
  }

  private addHidden(place: Place, value: string, start: number, end: number): void {
    const { hidden } = this;
    if (!hidden && isBlank(value)) return;
    if (hidden && (hidden.place.element !== place.element || hidden.place.hidden !== place.hidden)) {
      this.close(hidden);
      this.hidden = undefined;
    }
    this.hidden ??= { place, runs: [], letters: 0, linkLetters: 0, links: 0 };
    this.hidden.runs.push({ value, start, end });
    const letters = countLetters(value);
    this.hidden.letters += letters;
    if (place.isLink) this.hidden.linkLetters += letters;
  }

  countLink(): void {
    if (this.open) this.open.links++;
  }

  visit(node: PageNode, place: Place): void {
    if (node.nodeName === '#text' && 'value' in node) {
      const at = node.sourceCodeLocation;
      if (at) this.addText(place, node.value, at.startOffset, at.endOffset);
    } else if ('tagName' in node && !SKIPPED.has(node.tagName)) this.visitTag(node, place);
  }

  private visitTag(node: PageTag, place: Place): void {
    const { tagName: tag } = node;
    const hidden = place.hidden ?? findHiding(node);
    if (tag === 'br') this.breakLine(place, toBreak(node, '\n'));
    else if (!BLOCKS.has(tag)) this.visitInline(node, hidden === place.hidden ? place : { ...place, hidden });
    else if (place.kind === 'table') this.visitCell(node, { ...place, hidden });
    else this.visitBlock(node, { ...place, hidden });
  }

  private visitInline(node: PageTag, place: Place): void {
    const isLink = node.tagName === 'a' && node.attrs.some(({ name }) => name === 'href');
    const inner = isLink && !place.isLink ? { ...place, isLink } : place;
    for (const child of node.childNodes) this.visit(child, inner);
    if (isLink) this.countLink();
  }

  private visitBlock(node: PageTag, place: Place): void {
    const { tagName: tag } = node;
    this.flush();
    const element = this.createElement(place.element, node);
    const kind = tag === 'table' && isDataTable(node) ? 'table' : kindOf(tag, place.kind);
    const level = HEADING.test(tag) ? Number(tag.slice(1)) : 0;
    const inner = { ...place, element, kind, level };
    for (const child of node.childNodes) this.visit(child, inner);
    this.flush();
  }

  /** All of a table is one block: its cells are parted by tabs, its rows by line ends. */
  private visitCell(node: PageTag, place: Place): void {
    if (node.tagName === 'caption') {
      this.visitBlock(node, place);
      return;
    }
    const { tagName: tag } = node;
    const start = toBreak(node, tag === 'td' || tag === 'th' ? '\t' : '\n');
    const end = toBreak(node, '\n', 'end');
    if (tag === 'tr') this.separator.endRow(start);
    else if (tag === 'td' || tag === 'th') this.separator.startCell(start);
    else this.breakLine(place, start);
    for (const child of node.childNodes) this.visit(child, place);
    if (tag === 'tr') this.separator.endRow(end);
    else if (tag !== 'td' && tag !== 'th') this.breakLine(place, end);
  }
}

export interface CollectedPage {
  readonly blocks: readonly PageBlock[];
  readonly elements: readonly PageElement[];
}

/** The blocks of a page in the order of its source, with the elements that hold them. */
export function collectBlocks(document: PageDocument): CollectedPage {
  const collector = new BlockCollector();
  const root: PageElement = { index: 0, parent: undefined, tag: '#document', attributes: new Map() };
  collector.elements.push(root);
  const place: Place = { element: root, kind: 'paragraph', level: 0, isLink: false, hidden: undefined };
  for (const child of document.childNodes) collector.visit(child, place);
  collector.flush();
  const shown = orderBlocks(collector.blocks.filter(({ hidden }) => hidden === undefined));
  const hidden = orderBlocks(collector.blocks.filter((block) => block.hidden !== undefined));
  const blocks = [...shown, ...hidden].sort((a, b) => (a.runs[0]?.start ?? 0) - (b.runs[0]?.start ?? 0));
  return { blocks, elements: collector.elements };
}
