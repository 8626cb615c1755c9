import type { Span } from '../model/span.ts';
import { skipBlanks, skipLineEnd } from './end-of-line.ts';
import type { MarkdownRun } from './markdown-run.ts';
import { readReference } from './read-reference.ts';

/** UTF-16 code units of a line by which its text is told from the marks of the containers around it. */
const LOOK_AHEAD = 16;
/** ASCII punctuation: what a backslash escapes (CommonMark 0.31, section 2.4). */
const ESCAPABLE = new Set('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~');

const isLineEnd = (sign: string | undefined): boolean => sign === '\n' || sign === '\r';

/** Walks the value of a leaf and its source side by side. */
class Aligner {
  readonly runs: MarkdownRun[] = [];
  private readonly source: string;
  private readonly value: string;
  private readonly end: number;
  private readonly isLiteral: boolean;
  private at: number;
  private from = 0;

  constructor(source: string, value: string, place: Span, isLiteral: boolean) {
    this.source = source;
    this.value = value;
    this.at = place.start;
    this.end = place.end;
    this.isLiteral = isLiteral;
  }

  private push(text: string, to: number, isSame: boolean): void {
    this.runs.push({ text, start: this.at, end: to, isSame });
    this.at = to;
  }

  /** Behind the marks of containers and the blanks at the beginning of a line whose text goes on with the value. */
  private skipPrefix(at: number): number {
    const text = this.value.slice(this.from, this.from + LOOK_AHEAD).split(/[\n\r]/u, 1)[0] ?? '';
    let to = this.isLiteral ? at : skipBlanks(this.source, at);
    while (to < this.end && !this.source.startsWith(text, to) && (this.source[to] === '>' || skipBlanks(this.source, to) > to)) {
      to = this.source[to] === '>' ? to + 1 : skipBlanks(this.source, to);
    }
    return to;
  }

  /** A line end within a paragraph is a blank. */
  private foldLineEnd(): boolean {
    const to = this.isLiteral ? this.at : skipBlanks(this.source, this.at);
    if (!isLineEnd(this.source[to]) || to >= this.end) return false;
    this.from += this.value.startsWith('\r\n', this.from) ? 2 : 1;
    this.push(' ', this.skipPrefix(skipLineEnd(this.source, to)), false);
    return true;
  }

  private readEscape(): boolean {
    const escaped = this.source[this.at + 1] ?? '';
    if (this.source[this.at] !== '\\' || this.value[this.from] !== escaped) return false;
    // In the cells of a table the bar is escaped in code as well.
    if (!(this.isLiteral ? escaped === '|' : ESCAPABLE.has(escaped))) return false;
    this.from++;
    this.push(escaped, this.at + 2, false);
    return true;
  }

  private readCharacterReference(): boolean {
    const reference = this.isLiteral ? undefined : readReference(this.source, this.at, this.value, this.from);
    if (!reference) return false;
    this.from += reference.text.length;
    this.push(reference.text, this.at + reference.length, false);
    return true;
  }

  private readNull(): boolean {
    if (this.source[this.at] !== '\0' || this.value[this.from] !== '\ufffd') return false;
    this.from++;
    this.push('\ufffd', this.at + 1, false);
    return true;
  }

  private isSpecial(sign: string | undefined): boolean {
    return isLineEnd(sign) || (!this.isLiteral && sign === '&') || sign === '\\';
  }

  private readSame(): boolean {
    const { source, value } = this;
    let length = 0;
    while (this.at + length < this.end && this.from + length < value.length) {
      const sign = source[this.at + length];
      if (sign !== value[this.from + length] || (length > 0 && this.isSpecial(sign))) break;
      length++;
    }
    if (length === 0) return false;
    const text = value.slice(this.from, this.from + length);
    this.from += length;
    this.push(text, this.at + length, true);
    return true;
  }

  private step(): boolean {
    if (this.at >= this.end) return false;
    if (isLineEnd(this.value[this.from])) return this.foldLineEnd();
    return this.readEscape() || this.readCharacterReference() || this.readNull() || this.readSame();
  }

  walk(): readonly MarkdownRun[] {
    while (this.from < this.value.length && this.step());
    // What cannot be told apart stands for its source as a whole.
    if (this.from < this.value.length) this.push(this.value.slice(this.from).replace(/[\n\r]/gu, ' '), this.end, false);
    return this.runs;
  }
}

/** The text of a leaf as runs: escapes, character references, line ends and the marks of containers undone. Linear. */
export function alignMarkdown(source: string, value: string, place: Span): readonly MarkdownRun[] {
  const { start, end } = place;
  if (end - start === value.length && !/[\n\r]/u.test(value) && source.startsWith(value, start)) {
    return [{ text: value, start, end, isSame: true }];
  }
  return new Aligner(source, value, place, false).walk();
}

/** The text of inline code as runs, from between its backticks. */
export function alignInlineCode(source: string, value: string, place: Span): readonly MarkdownRun[] {
  let marks = 0;
  while (source[place.start + marks] === '`') marks++;
  let start = place.start + marks;
  const end = place.end - marks;
  // One blank or line end beside the backticks belongs to them.
  if (end - start > value.length && /[ \n\r]/u.test(source.charAt(start)) && !source.startsWith(value, start)) start++;
  return new Aligner(source, value, { start, end }, true).walk();
}
