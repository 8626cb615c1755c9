import { decodeHTML } from 'entities/decode';
import type { BlockKind } from '../model/block.ts';
import type { Span } from '../model/span.ts';
import type { MarkdownBlock } from './markdown-block.ts';
import type { MarkdownRun } from './markdown-run.ts';
import { type HtmlTag, readTag } from './read-tag.ts';

/** Elements whose content is no text of a page. */
export const SILENT_TAGS: ReadonlySet<string> = new Set(
  'script style noscript template iframe object svg canvas audio video select textarea button title head'.split(' '),
);
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const BLOCKS = new Set(
  'address article aside blockquote center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol p pre section summary table caption thead tbody tfoot ul body html'.split(
    ' ',
  ),
);
const KINDS: Readonly<Record<string, BlockKind>> = {
  blockquote: 'quote',
  caption: 'caption',
  figcaption: 'caption',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  li: 'list_item',
  pre: 'code',
  table: 'table',
};
/** Elements that may be open at a time; what is deeper is read as if it stood in the last of them. */
const MAX_OPEN = 64;
const REFERENCE = /&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});/y;

interface OpenTag {
  readonly name: string;
  readonly kind: BlockKind;
  /** Where hidden text begins, when this element hides it. */
  readonly hiddenFrom: number | undefined;
}

/** The text of a block of HTML, and what of it is hidden. */
export interface HtmlText {
  readonly blocks: readonly MarkdownBlock[];
  readonly hidden: readonly Span[];
}

const isSpace = (unit: number): boolean => unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);

class HtmlReader {
  readonly blocks: MarkdownBlock[] = [];
  readonly hidden: Span[] = [];
  private readonly source: string;
  private readonly end: number;
  private readonly outer: BlockKind;
  private at: number;
  private open: OpenTag[] = [];
  private runs: MarkdownRun[] = [];
  private separator: '\n' | '\t' | undefined;
  private hidesText = false;

  private readonly isQuoted: boolean;

  constructor(source: string, { start, end }: Span, outer: BlockKind, isQuoted: boolean) {
    this.source = source;
    this.at = start;
    this.end = end;
    this.outer = outer;
    this.isQuoted = isQuoted;
  }

  private get kind(): BlockKind {
    return this.open.at(-1)?.kind ?? this.outer;
  }

  private get isHidden(): boolean {
    return this.open.some(({ hiddenFrom }) => hiddenFrom !== undefined);
  }

  private flush(): void {
    if (this.runs.some(({ text }) => text.trim() !== '')) this.blocks.push({ kind: this.kind, runs: this.runs, level: 0 });
    this.runs = [];
    this.separator = undefined;
  }

  private push(text: string, end: number, isSame: boolean): void {
    const start = this.at;
    this.at = end;
    if (this.isHidden) {
      this.hidesText ||= text.trim() !== '';
      return;
    }
    if (this.separator && text.trim() !== '') {
      const before = this.runs.at(-1)?.end;
      if (before !== undefined) this.runs.push({ text: this.separator, start: before, end: start, isSame: false });
      this.separator = undefined;
    }
    this.runs.push({ text, start, end, isSame });
  }

  /** Behind white space, and behind the marks of a quote at the beginning of its lines. */
  private skipSpace(): number {
    let to = this.at;
    let isAtStart = false;
    while (to < this.end) {
      const unit = this.source.charCodeAt(to);
      if (unit === 0x0a || unit === 0x0d) isAtStart = this.isQuoted;
      else if (!isSpace(unit) && !(isAtStart && unit === 0x3e)) break;
      to++;
    }
    return to;
  }

  private readText(): void {
    const { source, end } = this;
    const isCode = this.kind === 'code' && !this.isQuoted;
    let to = this.at + 1;
    if (!isCode && isSpace(source.charCodeAt(this.at))) {
      to = this.skipSpace();
      this.push(' ', to, to - this.at === 1 && source[this.at] === ' ');
      return;
    }
    REFERENCE.lastIndex = this.at;
    const reference = source[this.at] === '&' ? REFERENCE.exec(source)?.[0] : undefined;
    const decoded = reference === undefined ? '' : decodeHTML(reference);
    if (reference !== undefined && decoded !== reference) {
      this.push(decoded, this.at + reference.length, false);
      return;
    }
    while (to < end && source[to] !== '<' && source[to] !== '&' && (isCode || !isSpace(source.charCodeAt(to)))) to++;
    this.push(source.slice(this.at, to), to, true);
  }

  private closeTag(name: string, at: number): void {
    const index = this.open.findLastIndex((tag) => tag.name === name);
    if (index < 0) return;
    const hiddenFrom = this.open.slice(index).find((tag) => tag.hiddenFrom !== undefined)?.hiddenFrom;
    this.open = this.open.slice(0, index);
    if (hiddenFrom !== undefined && !this.isHidden) this.endHidden(hiddenFrom, at);
  }

  private endHidden(start: number, end: number): void {
    if (this.hidesText) this.hidden.push({ start, end });
    this.hidesText = false;
  }

  /** Offset of the end tag of an element whose content is no text. */
  private findSilentEnd(name: string, from: number): number {
    for (let at = this.source.indexOf('</', from); at >= 0 && at < this.end; at = this.source.indexOf('</', at + 2)) {
      if (this.source.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at;
    }
    return this.end;
  }

  private openTag({ name, end, hides }: HtmlTag): void {
    const kind = KINDS[name] ?? this.kind;
    if (this.open.length < MAX_OPEN) this.open.push({ name, kind, hiddenFrom: hides ? end : undefined });
  }

  private readMarkup(tag: HtmlTag): void {
    const { name, isClosing } = tag;
    const isCell = name === 'td' || name === 'th';
    if (BLOCKS.has(name)) this.flush();
    else if (name === 'br' || name === 'tr') this.separator = '\n';
    else if (isCell && !isClosing && this.runs.length > 0) this.separator ??= '\t';
    if (isClosing) this.closeTag(name, this.at);
    else if (SILENT_TAGS.has(name)) {
      this.at = this.findSilentEnd(name, tag.end);
      return;
    } else if (!VOID.has(name) && name !== '') this.openTag(tag);
    this.at = tag.end;
  }

  read(): HtmlText {
    while (this.at < this.end) {
      const tag = this.source[this.at] === '<' ? readTag(this.source, this.at, this.end) : undefined;
      if (tag) this.readMarkup(tag);
      else this.readText();
    }
    this.flush();
    const hiddenFrom = this.open.find((tag) => tag.hiddenFrom !== undefined)?.hiddenFrom;
    if (hiddenFrom !== undefined) this.endHidden(hiddenFrom, this.end);
    return this;
  }
}

/**
 * The text of a block of HTML in a Markdown article: tags dropped, references decoded, blanks closed up; comments, scripts
 * and styles are no text. `kind` is that of a block whose own elements name none; in a quote (`isQuoted`) lines begin with
 * its marks.
 */
export function readHtmlBlock(source: string, place: Span, kind: BlockKind, isQuoted: boolean): HtmlText {
  return new HtmlReader(source, place, kind, isQuoted).read();
}
