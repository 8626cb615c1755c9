import type { PageDocument, PageNode, PageTag } from '../../markup/parse-page.ts';
import type { BlockKind } from '../../model/block.ts';
import { BLOCK_ELEMENTS, MEDIA_ELEMENTS, SKIPPED_ELEMENTS } from './block-elements.ts';
import { countLetters } from './count-letters.ts';
import { findHiding } from './find-hiding.ts';
import { isButtonWord } from './is-button-word.ts';
import { isDataTable } from './is-data-table.ts';
import { kindOfElement, levelOfElement } from './kind-of-element.ts';
import { orderBlocks } from './order-blocks.ts';
import type { LineBreak, PageBlock, PageElement, TextRun } from './page-block.ts';

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

function readAttributes(tag: PageTag): ReadonlyMap<string, string> {
  return new Map(tag.attrs.map(({ name, value }) => [name, value]));
}

const isBlank = (value: string): boolean => value.trim() === '';

/** The break that a tag makes where it begins. */
function toBreak({ sourceCodeLocation: at }: PageTag, sign: string): LineBreak {
  return { sign, start: at?.startOffset ?? 0, end: at?.endOffset ?? 0 };
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
      if (MEDIA_ELEMENTS.has(node.tagName) && !place.isLink && !this.open) this.markMedia();
      if (
        !SKIPPED_ELEMENTS.has(node.tagName) ||
        isButtonWord(node, place.element.tag, this.open !== undefined && this.open.letters > 0)
      )
        this.visitTag(node, place);
    }
  }

  private visitTag(node: PageTag, place: Place): void {
    const { tagName: tag } = node;
    const hidden = findHiding(node, place.hidden);
    if (tag === 'br') this.breakLine(place, toBreak(node, place.kind === 'table' ? ' ' : '\n'));
    else if (!BLOCK_ELEMENTS.has(tag)) this.visitInline(node, hidden === place.hidden ? place : { ...place, hidden });
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
    const kind = tag === 'table' && isDataTable(node) ? 'table' : kindOfElement(tag, place.kind);
    const inner = { ...place, element, kind, level: levelOfElement(tag) };
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
