/** The beginning of an item at the left margin that holds text. */
const ITEM = /^(?:[-*+]|\d{1,9}[.)])[ \t]{1,4}[^\s*_-]/u;
/** The beginning of an item that may stand right behind the text of a paragraph (CommonMark 0.31, section 5.2). */
const INTERRUPTING = /^(?:[-*+]|1[.)])/u;
const NUMBERED = /^\d{1,9}[.)]/u;
/** UTF-16 code units of a line in which its kind shows. */
const MAX_OPENING = 20;
const CODE_INDENT = /^(?: {4}| {0,3}\t)/u;
/** Lines that may begin HTML, and the tags of those that do wherever they stand (CommonMark 0.31, section 4.6, kind 6). */
const HTML_START = /^ {0,3}</u;
const BLOCK_TAG =
  /^<\/?(?:address|article|aside|blockquote|body|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|nav|ol|option|p|section|summary|table|tbody|td|tfoot|th|thead|title|tr|ul)(?:[\s>]|\/>|$)/iu;

/**
 * Follows the lines of a text and tells whether a list of the left margin is open before the next. In doubt it is not: a text may always be
 * parsed in larger parts.
 */
export class ListWatch {
  private isOpen = false;
  /** Whether a line since the last blank one has begun HTML, which goes on to the next blank line: nothing in it is an item, or raw. */
  private html: 'no' | 'perhaps' | 'yes' = 'no';
  private isIndented = false;

  /** Whether the next line is HTML. */
  isNextHtml(afterBlank: boolean): 'no' | 'perhaps' | 'yes' {
    return afterBlank ? 'no' : this.html;
  }

  /** Whether the parser sees an item in this line when a part begins with it, and in the whole text as well. */
  isNextItem(line: string): boolean {
    return this.isOpen && ITEM.test(line.slice(0, MAX_OPENING)) && !this.isTornNumber(line);
  }

  /** Behind indented code the parser takes a number other than 1 for the text of a paragraph, even after a blank line. */
  isTornNumber(line: string): boolean {
    return this.isIndented && NUMBERED.test(line.slice(0, MAX_OPENING)) && !INTERRUPTING.test(line);
  }

  /** Goes on behind a line that is not blank. One that opens a raw block goes on behind that block. */
  pass(line: string, afterBlank: boolean, isRaw: boolean): void {
    this.html = isRaw ? 'no' : this.readHtml(line, this.isNextHtml(afterBlank));
    if (!/^[ \t]/u.test(line)) this.isOpen = this.opens(line, afterBlank);
    else if (this.html !== 'no') this.isOpen = false;
    this.isIndented = CODE_INDENT.test(line);
  }

  private readHtml(line: string, before: 'no' | 'perhaps' | 'yes'): 'no' | 'perhaps' | 'yes' {
    if (before === 'yes' || BLOCK_TAG.test(line.slice(0, MAX_OPENING))) return 'yes';
    return HTML_START.test(line) ? 'perhaps' : before;
  }

  private opens(line: string, afterBlank: boolean): boolean {
    if (this.html !== 'no' || this.isTornNumber(line) || !ITEM.test(line.slice(0, MAX_OPENING))) return false;
    return this.isOpen || afterBlank || INTERRUPTING.test(line);
  }
}
