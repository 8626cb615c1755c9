import { columnsOf } from './columns-of.ts';
import { indentOf } from './indent-of.ts';
import { isLoneTag } from './is-lone-tag.ts';

/** The beginning of an item at the left margin that holds text. */
const ITEM = /^(?:[-*+]|\d{1,9}[.)])[ \t]{1,4}(?=[^\s*_-])/u;
/** The beginning of an item that may stand right behind the text of a paragraph (CommonMark 0.31, section 5.2). */
const INTERRUPTING = /^(?:[-*+]|1[.)])/u;
const NUMBERED = /^\d{1,9}[.)]/u;
const EMPTY_ITEM = /^(?:[-*+]|\d{1,9}[.)])[ \t]*$/u;
/** UTF-16 code units of a line in which its kind shows. */
const MAX_OPENING = 20;
/** Columns before code. */
const CODE_INDENT = 4;
/** What may begin another block than text, or a row of a table. */
const SIGN = /^[#>~`<*_=+\d-]|\|/u;
/** Tags that begin HTML wherever they stand (CommonMark 0.31, section 4.6, kind 6). */
const BLOCK_TAG =
  /^<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:[ \t>]|\/>|$)/iu;
/** Whether a line is HTML: of some only the parser can tell. */
export type HtmlState = 'no' | 'perhaps' | 'yes';

/**
 * Follows the lines of a text at the left margin: whether a list is open before the next one, and whether that is HTML. In doubt no list is
 * open: a text may always be parsed in larger parts.
 */
export class ListWatch {
  private content = 0;
  private html: HtmlState = 'no';
  /** The line before is text, for all that is known: of an item, text with a smaller indent goes on with it. */
  private isText = false;
  /** The line before is code by its indent, for all that is known. */
  private isCode = false;

  /** Columns before the content of the open item; 0 when no list is open. */
  get itemContent(): number {
    return this.content;
  }

  /** Whether the next line is HTML by those before it. */
  isNextHtml(afterBlank: boolean): HtmlState {
    return afterBlank ? 'no' : this.html;
  }

  /** Whether the parser sees an item in this line when a part begins with it, and in the whole text as well. */
  isNextItem(line: string): boolean {
    return this.content > 0 && ITEM.test(line.slice(0, MAX_OPENING)) && !this.isTornItem(line);
  }

  /** Behind indented code the parser takes an item without text, or with a number other than 1, for the text of a paragraph, even after a blank line. */
  isTornItem(line: string): boolean {
    if (!this.isCode) return false;
    return EMPTY_ITEM.test(line) || (NUMBERED.test(line.slice(0, MAX_OPENING)) && !INTERRUPTING.test(line));
  }

  /** Goes on behind a line that is not blank. One that opens a raw block goes on behind that block. */
  pass(line: string, afterBlank: boolean, isRaw: boolean): void {
    const columns = indentOf(line);
    this.html = isRaw ? 'no' : this.readHtml(line, columns, this.isNextHtml(afterBlank));
    this.content = columns === 0 ? this.openItem(line, afterBlank) : this.keepItem(line, columns, afterBlank);
    this.isCode = this.content === 0 && columns >= CODE_INDENT;
    this.isText = !isRaw && !SIGN.test(line.trimStart().replace(ITEM, ''));
  }

  private readHtml(line: string, columns: number, before: HtmlState): HtmlState {
    if (before === 'yes') return before;
    const text = line.trimStart();
    const isBlock = BLOCK_TAG.test(text.slice(0, MAX_OPENING));
    if (isBlock && columns === 0) return 'yes';
    // A tag alone on its line begins HTML behind a blank line (kind 7).
    return columns < CODE_INDENT && (isBlock || isLoneTag(text)) ? 'perhaps' : before;
  }

  private openItem(line: string, afterBlank: boolean): number {
    if (this.html !== 'no' || this.isTornItem(line)) return 0;
    const opening = ITEM.exec(line.slice(0, MAX_OPENING))?.[0];
    if (opening === undefined) return 0;
    return this.content > 0 || afterBlank || INTERRUPTING.test(line) ? columnsOf(opening) : 0;
  }

  /** An indented line belongs to the open item when it reaches its content, or goes on with a paragraph of it. */
  private keepItem(line: string, columns: number, afterBlank: boolean): number {
    if (this.html !== 'no') return 0;
    const isPart = columns >= this.content || (!afterBlank && this.isText && !SIGN.test(line.trimStart()));
    return isPart ? this.content : 0;
  }
}
