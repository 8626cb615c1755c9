import type { PageDocument, PageNode, PageTag } from '../../markup/parse-page.ts';
import type { BlockKind } from '../../model/block.ts';
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
/** Elements that show something other than text. */
const MEDIA = new Set('img picture video audio iframe object embed map'.split(' '));
/** In them a button is the line itself: it opens what stands below. */
const LABELS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'summary', 'dt']);

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

/** CJK radicals to Hangul syllables: one of them says about as much as so many letters of an alphabet. */
const FIRST_IDEOGRAPH = 0x2e80;
const LAST_SYLLABLE = 0xd7ff;
const IDEOGRAPH = 3;

function countLetters(value: string): number {
  let letters = 0;
  for (let at = 0; at < value.length; at++) {
    const unit = value.charCodeAt(at);
    if (unit > 0x20 && unit !== 0xa0) letters += unit >= FIRST_IDEOGRAPH && unit <= LAST_SYLLABLE ? IDEOGRAPH : 1;
  }
  return letters;
}

/** The break that a tag makes where it begins. */
function toBreak({ sourceCodeLocation: at }: PageTag, sign: string): LineBreak {
  const tag = at?.startTag ?? at;
  return { sign, start: tag?.startOffset ?? 0, end: tag?.endOffset ?? 0 };
}

/** Elements in which a button among words is one of them: "press Save to keep". */
const LINES = new Set(['p', 'li', 'dd', 'td']);

function isWord({ tagName }: PageTag, { element }: Place, hasWords: boolean): boolean {
  return tagName === 'button' && (LABELS.has(element.tag) || (hasWords && LINES.has(element.tag)));
}

/** A heading broken for the looks of it is one line. */
function toSeparator(separator: LineBreak | undefined, { kind }: Place): LineBreak | undefined {
  return separator?.sign === '\n' && kind === 'heading' ? { ...separator, sign: ' ' } : separator;
}

class BlockCollector {
  readonly blocks: PageBlock[] = [];
  readonly elements: PageElement[] = [];
  readonly beforeMedia = new Set<PageBlock>();
  readonly afterMedia = new Set<PageBlock>();
  private isBelowMedia = false;
  private open: OpenBlock | undefined;
  /** Hidden text in the middle of a line does not divide it. */
  private hidden: OpenBlock | undefined;
  private separator: LineBreak | undefined;
  /** Cells of the row of a table that have begun. */
  private cells = 0;

  createElement(parent: PageElement | undefined, node: PageTag): PageElement {
    const element = { index: this.elements.length, parent, tag: node.tagName, attributes: readAttributes(node) };
    this.elements.push(element);
    return element;
  }

  flush(): void {
    const { open, hidden } = this;
    this.open = undefined;
    this.hidden = undefined;
    this.separator = undefined;
    this.close(open);
    this.close(hidden);
  }

  private close(open: OpenBlock | undefined): void {
    if (!open || open.letters === 0) return;
    const { place, runs, letters, linkLetters, links } = open;
    const { kind, element, level, hidden } = place;
    const block = { kind, element, runs, letters, linkLetters, links, level, ...(hidden === undefined ? {} : { hidden }) };
    this.blocks.push(block);
    if (hidden !== undefined) return;
    if (this.isBelowMedia) this.afterMedia.add(block);
    this.isBelowMedia = false;
  }

  /** A second break in a row ends the block; in code and tables breaks add up. */
  breakLine(place: Place, added: LineBreak): void {
    if (!this.open) return;
    const { separator } = this;
    const addsUp = place.kind === 'code' || place.kind === 'table';
    if (separator && addsUp) this.separator = { sign: separator.sign + added.sign, start: separator.start, end: added.end };
    else if (separator) this.flush();
    else this.separator = added;
  }

  addText(place: Place, value: string, start: number, end: number): void {
    if (place.hidden !== undefined) {
      this.addHidden(place, value, start, end);
      return;
    }
    const blank = isBlank(value);
    if (blank && (!this.open || this.separator !== undefined) && place.kind !== 'code') return;
    if (this.open && this.open.place.element !== place.element) this.flush();
    this.closeHidden();
    this.open ??= { place, runs: [], letters: 0, linkLetters: 0, links: 0 };
    const after = blank && place.kind !== 'code' ? undefined : toSeparator(this.separator, place);
    this.open.runs.push(after ? { value, start, end, after } : { value, start, end });
    if (after) this.separator = undefined;
    const letters = countLetters(value);
    this.open.letters += letters;
    if (place.isLink) this.open.linkLetters += letters;
  }

  /** The block before a picture, a film or a map announces it. */
  private markMedia(): void {
    const last = this.blocks.at(-1);
    if (last) this.beforeMedia.add(last);
    this.isBelowMedia = true;
  }

  /** Hidden text on both sides of text that is shown is hidden in two places. */
  private closeHidden(): void {
    this.close(this.hidden);
    this.hidden = undefined;
  }

  private addHidden(place: Place, value: string, start: number, end: number): void {
    const { hidden } = this;
    if (!hidden && isBlank(value)) return;
    if (hidden && (hidden.place.element !== place.element || hidden.place.hidden !== place.hidden)) {
      this.closeHidden();
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
    } else if ('tagName' in node) {
      if (MEDIA.has(node.tagName) && !place.isLink && !this.open) this.markMedia();
      if (!SKIPPED.has(node.tagName) || isWord(node, place, this.open !== undefined && this.open.letters > 0))
        this.visitTag(node, place);
    }
  }

  private visitTag(node: PageTag, place: Place): void {
    const { tagName: tag } = node;
    const hidden = findHiding(node, place.hidden);
    if (tag === 'br') this.breakLine(place, toBreak(node, place.kind === 'table' ? ' ' : '\n'));
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

  /** All of a table is one block: its cells are parted by tabs, its rows by line ends, the lines of a cell by blanks. */
  private visitCell(node: PageTag, place: Place): void {
    const { tagName: tag } = node;
    if (tag === 'caption') {
      this.visitBlock(node, place);
      return;
    }
    if (tag === 'tr') {
      this.cells = 0;
      this.separator = undefined;
      this.breakLine(place, toBreak(node, '\n'));
    } else if (tag === 'td' || tag === 'th') {
      if (this.cells++ > 0) this.breakLine(place, toBreak(node, '\t'));
    } else if (!this.separator) this.breakLine(place, toBreak(node, ' '));
    for (const child of node.childNodes) this.visit(child, place);
  }
}

export interface CollectedPage {
  readonly blocks: readonly PageBlock[];
  readonly elements: readonly PageElement[];
  /** Those that stand right before a picture, a film, a map or the like. */
  readonly beforeMedia: ReadonlySet<PageBlock>;
  /** Those that stand right below one. */
  readonly afterMedia: ReadonlySet<PageBlock>;
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
  return { blocks, elements: collector.elements, beforeMedia: collector.beforeMedia, afterMedia: collector.afterMedia };
}
