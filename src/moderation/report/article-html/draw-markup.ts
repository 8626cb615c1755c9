import type { Element, Properties, Text } from 'hast';
import type { BlockKind } from '../../model/block.ts';
import { replaceControls } from '../replace-controls.ts';
import { chooseLeaf } from './choose-leaf.ts';
import { completeTable } from './complete-table.ts';
import { fitContainers, openContent } from './fit-containers.ts';
import type { KeptImage } from './keep-images.ts';
import type { BlockRuns, Run } from './list-runs.ts';
import { readProperties } from './read-properties.ts';
import type { Addresses } from './resolve-addresses.ts';
import type { Place, SourceElement, Wrapper } from './source-tree.ts';

interface Opened {
  readonly wrapper: Wrapper;
  readonly node: Element;
}

interface OpenLeaf {
  readonly node: Element;
  readonly block: SourceElement;
  readonly isCode: boolean;
  isWorded: boolean;
}

/** A link or note around many blocks is a link or note to none of them; its copies would outgrow the source. */
const MAX_COPIES = 16;

/** Tables of data: those around the text of a block that is a table. */
function listTables(blocks: readonly BlockRuns[]): ReadonlySet<SourceElement> {
  const tables = new Set<SourceElement>();
  for (const { block, runs } of blocks) {
    if (block.kind !== 'table') continue;
    for (const { place } of runs) {
      const table = place.containers.findLast(({ tag }) => tag === 'table');
      if (table) tables.add(table.element);
    }
  }
  return tables;
}

const newElement = (tagName: string, properties: Properties = {}): Element => ({
  type: 'element',
  tagName,
  properties,
  children: [],
});

/** Writes runs of text and pictures, in their order, into the elements around them. */
class MarkupDrawer {
  readonly article = newElement('article');
  private readonly addresses: Addresses;
  private readonly tables: ReadonlySet<SourceElement>;
  private readonly fitted = new Map<readonly Wrapper[], readonly Wrapper[]>();
  private readonly properties = new Map<SourceElement, Properties | undefined>();
  private readonly copies = new Map<SourceElement, number>();
  /** The first drawing of each element. */
  private readonly drawn = new Map<SourceElement, Element>();
  private open: Opened[] = [];
  private inline: Opened[] = [];
  private leaf: OpenLeaf | undefined;
  private gap: string | undefined;
  /** Whether the last words end with white space. */
  private endsBlank = false;

  constructor(addresses: Addresses, tables: ReadonlySet<SourceElement>) {
    this.addresses = addresses;
    this.tables = tables;
  }

  private fit({ containers }: Place): readonly Wrapper[] {
    const known = this.fitted.get(containers) ?? fitContainers(containers, this.tables);
    this.fitted.set(containers, known);
    return known;
  }

  private propertiesOf(wrapper: Wrapper): Properties | undefined {
    if (!this.properties.has(wrapper.element)) {
      this.properties.set(wrapper.element, readProperties(wrapper, this.addresses));
    }
    return this.properties.get(wrapper.element);
  }

  private get top(): Element {
    return this.open.at(-1)?.node ?? this.article;
  }

  /** Counts how many of `wrappers` are open already. */
  private countShared(opened: readonly Opened[], wrappers: readonly Wrapper[]): number {
    const isOther = ({ tag, element }: Wrapper, at: number): boolean =>
      opened[at]?.wrapper.element !== element || opened[at]?.wrapper.tag !== tag;
    const other = wrappers.findIndex(isOther);
    return other < 0 ? wrappers.length : other;
  }

  private openContainer(wrapper: Wrapper): void {
    const parent = this.top;
    const last = parent.children.at(-1);
    const joined = wrapper.isJoined && last?.type === 'element' && last.tagName === wrapper.tag ? last : undefined;
    const node = joined ?? newElement(wrapper.tag, wrapper.tag === wrapper.element.tag ? this.propertiesOf(wrapper) : {});
    if (!joined) parent.children.push(node);
    if (!this.drawn.has(wrapper.element)) this.drawn.set(wrapper.element, node);
    this.open.push({ wrapper, node });
  }

  /** Closes and opens containers until exactly `containers` are open. */
  private enter(containers: readonly Wrapper[]): void {
    const shared = this.countShared(this.open, containers);
    this.open = this.open.slice(0, shared);
    for (const wrapper of containers.slice(shared)) this.openContainer(wrapper);
  }

  private isEmptyAt(containers: readonly Wrapper[]): boolean {
    return (
      this.countShared(this.open, containers) < containers.length ||
      (this.open[containers.length - 1]?.node.children.length ?? 0) === 0
    );
  }

  private openLeaf(kind: BlockKind, place: Place): void {
    this.closeLeaf();
    const content = openContent(this.fit(place), place.block);
    const { containers, tag } = chooseLeaf(kind, content, place, this.isEmptyAt(content));
    this.enter(containers);
    const node = tag === undefined ? this.top : newElement(tag);
    if (tag !== undefined) this.top.children.push(node);
    this.leaf = { node, block: place.block, isCode: tag === 'pre', isWorded: false };
  }

  private closeLeaf(): void {
    this.endsBlank = false;
    this.leaf = undefined;
    this.inline = [];
    this.gap = undefined;
  }

  private addText(text: string): void {
    this.endsBlank = text.endsWith(' ');
    const parent = this.inline.at(-1)?.node ?? this.leaf?.node;
    const last = parent?.children.at(-1);
    if (last?.type === 'text') last.value += text;
    else parent?.children.push({ type: 'text', value: text } satisfies Text);
  }

  /** White space that was read from markup stands in what both its neighbours stand in. */
  private addGap(): void {
    const { gap, leaf } = this;
    this.gap = undefined;
    if (gap === undefined || !leaf) return;
    if (leaf.isCode) this.addText(gap);
    else if (gap.includes('\n'))
      (this.inline.at(-1)?.node ?? leaf.node).children.push(newElement('br'), { type: 'text', value: '\n' });
    else this.addText(' ');
  }

  private isOpenable(wrapper: Wrapper): boolean {
    const properties = this.propertiesOf(wrapper);
    if (properties === undefined) return false;
    const count = this.copies.get(wrapper.element) ?? 0;
    const isBare = Object.values(properties).every((value) => value === undefined);
    return isBare || count < MAX_COPIES || this.inline.some((opened) => opened.wrapper.element === wrapper.element);
  }

  private enterInline({ inline }: Place): void {
    const wanted = inline.filter((wrapper) => this.isOpenable(wrapper));
    const shared = this.countShared(this.inline, wanted);
    this.inline = this.inline.slice(0, shared);
    this.addGap();
    for (const wrapper of wanted.slice(shared)) {
      const node = newElement(wrapper.tag, { ...this.propertiesOf(wrapper) });
      (this.inline.at(-1)?.node ?? this.leaf?.node)?.children.push(node);
      this.inline.push({ wrapper, node });
      this.copies.set(wrapper.element, (this.copies.get(wrapper.element) ?? 0) + 1);
    }
  }

  /** A paragraph that begins with a picture goes on with its words. */
  startBlock(kind: BlockKind, place: Place): void {
    const isBegun = this.leaf && !this.leaf.isWorded && this.leaf.block === place.block && kind !== 'title';
    if (!isBegun) this.openLeaf(kind, place);
  }

  addRun(kind: BlockKind, { text, place, isGap }: Run): void {
    const isNextCell = kind === 'table' && !isGap && this.leaf?.block !== place.block && this.moves(place);
    if (isNextCell) this.openLeaf(kind, place);
    if (isGap) {
      this.gap = (this.gap ?? '') + text;
      return;
    }
    this.enterInline(place);
    this.addText(replaceControls(text));
    if (this.leaf) this.leaf.isWorded = true;
  }

  private moves(place: Place): boolean {
    const containers = this.fit(place);
    return this.countShared(this.open, containers) < containers.length || containers.length !== this.open.length;
  }

  addImage({ place, properties }: KeptImage): void {
    if (this.leaf?.block !== place.block) this.openImageLeaf(place);
    // White space around a picture was read as one; it stands on both sides when words follow.
    const gap = this.gap === undefined && !this.endsBlank ? undefined : ' ';
    this.enterInline(place);
    this.gap = gap;
    (this.inline.at(-1)?.node ?? this.leaf?.node)?.children.push(newElement('img', properties));
  }

  private openImageLeaf(place: Place): void {
    const containers = this.fit(place);
    if (containers.at(-1)?.tag !== 'figure') {
      this.openLeaf('paragraph', place);
      return;
    }
    this.closeLeaf();
    this.enter(containers);
    this.leaf = { node: this.top, block: place.block, isCode: false, isWorded: true };
  }

  completeTables(): void {
    for (const table of this.tables) {
      if (this.drawn.has(table)) completeTable(table, this.drawn);
    }
  }
}

/** The article with the elements of its source around its text. Runs and pictures are in the order of the original. */
export function drawMarkup(blocks: readonly BlockRuns[], images: readonly KeptImage[], addresses: Addresses): Element {
  const drawer = new MarkupDrawer(addresses, listTables(blocks));
  let at = 0;
  const addImagesBefore = (start: number): void => {
    for (let image = images[at]; image && image.start < start; image = images[++at]) drawer.addImage(image);
  };
  for (const { block, runs } of blocks) {
    for (const [index, run] of runs.entries()) {
      addImagesBefore(run.start);
      if (index === 0) drawer.startBlock(block.kind, run.place);
      drawer.addRun(block.kind, run);
    }
  }
  addImagesBefore(Number.POSITIVE_INFINITY);
  drawer.completeTables();
  return drawer.article;
}
