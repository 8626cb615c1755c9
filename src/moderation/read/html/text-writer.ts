import type { Piece } from '../../model/piece.ts';
import type { Span } from '../../model/span.ts';
import { alignRun, type Sink } from './align-run.ts';
import type { LineBreak, TextRun } from './page-block.ts';

const isSpace = (unit: number): boolean => unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || unit === 0xa0;

/** Writes runs as the text of a block: white space folded, each character with its place. */
export class TextWriter {
  readonly pieces: Piece[] = [];
  private readonly parts: string[] = [];
  private readonly source: string;
  length = 0;
  private blockStart = 0;
  private space: { start: number; end: number; text: string } | undefined;

  constructor(source: string) {
    this.source = source;
  }

  get text(): string {
    return this.parts.join('');
  }

  private push(text: string, start: number, end: number, isSame: boolean): void {
    const last = this.pieces.at(-1);
    if (last?.isSame && isSame && last.at + last.length === this.length && last.source + last.sourceLength === start) {
      const length = last.length + text.length;
      this.pieces[this.pieces.length - 1] = { ...last, length, sourceLength: length };
    } else {
      this.pieces.push({ at: this.length, length: text.length, source: start, sourceLength: end - start, isSame });
    }
    this.parts.push(text);
    this.length += text.length;
  }

  private readonly fold: Sink = (text, start, end, isSame) => {
    let from = 0;
    while (from < text.length) {
      let to = from;
      const blank = isSpace(text.charCodeAt(from));
      while (to < text.length && isSpace(text.charCodeAt(to)) === blank) to++;
      const place = isSame ? { start: start + from, end: start + to } : { start, end };
      if (blank) this.addSpace(place);
      else this.writeWord(text.slice(from, to), place.start, place.end, isSame);
      from = to;
    }
  };

  /** White space behind a tag adds nothing to what stands before it, and would bring the tag into its place. */
  private addSpace({ start, end }: Span): void {
    if (!this.space) this.space = { start, end, text: ' ' };
    else if (this.space.end === start && this.space.text === ' ') this.space.end = end;
  }

  private writeWord(text: string, start: number, end: number, isSame: boolean): void {
    const { space } = this;
    this.space = undefined;
    if (space && this.length > this.blockStart) {
      const spaceEnd = Math.min(space.end, start);
      const same = spaceEnd - space.start === 1 && this.source[space.start] === space.text;
      this.push(space.text, space.start, spaceEnd, same);
    }
    this.push(text, start, end, isSame);
  }

  /** A break whose tag stands nowhere, or not between the texts, is that of all that stands between them. */
  private breakLine({ sign, start, end }: LineBreak, run: TextRun): void {
    const last = this.pieces.at(-1);
    if (!last || this.length === this.blockStart) return;
    const from = last.source + last.sourceLength;
    const isBetween = end > start && start >= from && end <= run.start;
    this.space = isBetween ? { start, end, text: sign } : { start: from, end: run.start, text: sign };
  }

  /** Writes a block and returns its place in the text. Blocks are parted by a blank line. */
  writeBlock(runs: readonly TextRun[], isCode: boolean): { start: number; end: number } {
    const separator = this.length === 0 ? '' : '\n\n';
    this.parts.push(separator);
    this.length += separator.length;
    this.blockStart = this.length;
    this.space = undefined;
    for (const run of runs) {
      if (run.after) this.breakLine(run.after, run);
      if (isCode) this.writeCode(run);
      else alignRun(this.source, run, this.fold);
    }
    return { start: this.blockStart, end: this.length };
  }

  private writeCode(run: TextRun): void {
    if (this.space) this.push(this.space.text, this.space.start, this.space.end, false);
    this.space = undefined;
    alignRun(this.source, run, (text, start, end, isSame) => this.push(text, start, end, isSame));
  }
}
