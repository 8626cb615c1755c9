/** The beginning of an item at the left margin that holds text. */
const ITEM = /^(?:[-*+]|\d{1,9}[.)])[ \t]{1,4}[^\s*_-]/u;
/** The beginning of an item that may stand right behind the text of a paragraph (CommonMark 0.31, section 5.2). */
const INTERRUPTING = /^(?:[-*+]|1[.)])/u;
const NUMBERED = /^\d{1,9}[.)]/u;
/** UTF-16 code units of a line in which its kind shows. */
const MAX_OPENING = 20;
const CODE_INDENT = /^(?: {4}| {0,3}\t)/u;
const HTML_START = /^ {0,3}</u;

/**
 * Follows the lines of a text and tells whether a list of the left margin is open before the next. In doubt it is not: a text may always be
 * parsed in larger parts.
 */
export class ListWatch {
  private isOpen = false;
  /** Since the last blank line there was one that may have begun HTML, in which nothing is an item. */
  private isHtml = false;
  private isIndented = false;

  /** Whether the parser sees an item in this line when a part begins with it, and in the whole text as well. */
  isNextItem(line: string): boolean {
    return this.isOpen && ITEM.test(line.slice(0, MAX_OPENING)) && !this.isTornNumber(line);
  }

  /** Behind indented code the parser takes a number other than 1 for the text of a paragraph, even after a blank line. */
  isTornNumber(line: string): boolean {
    return this.isIndented && NUMBERED.test(line.slice(0, MAX_OPENING)) && !INTERRUPTING.test(line);
  }

  /** Goes on behind a line that is not blank. */
  pass(line: string, afterBlank: boolean): void {
    if (afterBlank) this.isHtml = false;
    if (HTML_START.test(line)) this.isHtml = true;
    if (!/^[ \t]/u.test(line)) this.isOpen = this.opens(line, afterBlank);
    else if (this.isHtml) this.isOpen = false;
    this.isIndented = CODE_INDENT.test(line);
  }

  private opens(line: string, afterBlank: boolean): boolean {
    if (this.isHtml || this.isTornNumber(line) || !ITEM.test(line.slice(0, MAX_OPENING))) return false;
    return this.isOpen || afterBlank || INTERRUPTING.test(line);
  }
}
