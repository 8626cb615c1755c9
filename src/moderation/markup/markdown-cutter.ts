import { endOfLine, skipBlanks, skipLineEnd } from './end-of-line.ts';
import { indentOf } from './indent-of.ts';
import { isPlainLine } from './is-plain-line.ts';
import { type HtmlState, ListWatch } from './list-watch.ts';
import { openRawBlock, type RawBlock } from './open-raw-block.ts';

/** A stretch of a Markdown text that begins and ends at blocks of the left margin, so that it can be parsed by itself. */
export interface MarkdownPart {
  readonly type: 'plain' | 'code' | 'html' | 'mixed';
  readonly start: number;
  readonly end: number;
  /** Blanks before the fence of code. */
  readonly indent: number;
}

/** UTF-16 code units after which a part ends at the next chance: the parser's time grows with the square of its lines. */
const PART_LENGTH = 800;

/** Walks a Markdown text by lines and cuts it where no block of the left margin is open. Linear in the text. */
export class MarkdownCutter {
  private readonly source: string;
  private at: number;

  constructor(source: string, start: number) {
    this.source = source;
    this.at = start;
  }

  private lineAt(at: number): string {
    return this.source.slice(at, endOfLine(this.source, at));
  }

  private isBlankAt(at: number): boolean {
    return skipBlanks(this.source, at) >= endOfLine(this.source, at);
  }

  private nextLine(at: number): number {
    return skipLineEnd(this.source, endOfLine(this.source, at));
  }

  private skipBlankLines(): void {
    while (this.at < this.source.length && this.isBlankAt(this.at)) this.at = this.nextLine(this.at);
  }

  /** The end of the paragraph at `start` when all of its lines are plain; otherwise nothing. */
  private findPlainEnd(start: number): number | undefined {
    let at = start;
    let end = start;
    while (at < this.source.length && !this.isBlankAt(at)) {
      if (!isPlainLine(this.lineAt(at))) return undefined;
      end = endOfLine(this.source, at);
      at = this.nextLine(at);
    }
    return end;
  }

  /** Offset behind the block that `raw` opens in the line at `start`; in an item, whose content begins at a column, it ends with the item. */
  private findRawEnd(start: number, raw: RawBlock, content = 0): number {
    const first = this.lineAt(start);
    if (raw.type === 'html' && raw.isClosedBy(first)) return this.nextLine(start);
    let at = this.nextLine(start);
    while (at < this.source.length) {
      const line = this.lineAt(at);
      if (content > 0 && !this.isBlankAt(at) && indentOf(line) < content) break;
      const isClosed = raw.isClosedBy(line);
      at = this.nextLine(at);
      if (isClosed) break;
    }
    return at;
  }

  private isBoundary(at: number, start: number, afterBlank: boolean, lists: ListWatch): boolean {
    const first = this.source.charCodeAt(at);
    if (first === 0x20 || first === 0x09) return false;
    const line = this.lineAt(at);
    if (at - start >= PART_LENGTH && lists.isNextItem(line)) return true;
    if (!afterBlank || lists.isTornItem(line)) return false;
    return at - start >= PART_LENGTH || openRawBlock(line) !== undefined || this.findPlainEnd(at) !== undefined;
  }

  /** The raw block that a line opens; in what may be HTML only one that goes on beyond the line matters. */
  private findRaw(line: string, html: HtmlState): RawBlock | undefined {
    const raw = html === 'yes' ? undefined : openRawBlock(line);
    return html === 'perhaps' && raw?.type === 'html' && raw.isClosedBy(line) ? undefined : raw;
  }

  private findMixedEnd(start: number): number {
    const lists = new ListWatch();
    let at = start;
    let afterBlank = true;
    while (at < this.source.length) {
      if (this.isBlankAt(at)) {
        afterBlank = true;
        at = this.nextLine(at);
        continue;
      }
      if (at > start && this.isBoundary(at, start, afterBlank, lists)) return at;
      const line = this.lineAt(at);
      const html = lists.isNextHtml(afterBlank);
      const raw = this.findRaw(line, html);
      // In HTML it would open nothing: where only the parser can tell, it gets all that is left.
      if (raw && html === 'perhaps') return this.source.length;
      lists.pass(line, afterBlank, raw !== undefined);
      at = raw ? this.findRawEnd(at, raw, lists.itemContent) : this.nextLine(at);
      afterBlank = false;
    }
    return at;
  }

  next(): MarkdownPart | undefined {
    this.skipBlankLines();
    const start = this.at;
    if (start >= this.source.length) return undefined;
    const plainEnd = this.findPlainEnd(start);
    if (plainEnd !== undefined) {
      this.at = plainEnd;
      return { type: 'plain', start, end: plainEnd, indent: 0 };
    }
    const raw = openRawBlock(this.lineAt(start));
    this.at = raw ? this.findRawEnd(start, raw) : this.findMixedEnd(start);
    return { type: raw?.type ?? 'mixed', start, end: this.at, indent: raw?.indent ?? 0 };
  }
}
