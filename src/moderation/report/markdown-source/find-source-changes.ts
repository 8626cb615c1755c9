import type { MarkdownText } from '../../markup/read-markdown-text.ts';
import type { Edit } from '../../model/edit.ts';
import type { Piece } from '../../model/piece.ts';
import type { Span } from '../../model/span.ts';

/** What cleaning did to the text of a Markdown article, without what reading it did to its markup; spans index the source. */
export interface SourceChanges {
  /** Sorted and disjoint; each lies within a stretch of text. */
  readonly changes: readonly Edit[];
  /** Stretches of text, whether they stayed or not. */
  readonly texts: readonly Span[];
  /** Stretches of text that stayed, and the places of what came for others. */
  readonly kept: readonly Span[];
}

/** What parts the blocks of a cleaned text. */
const SEPARATOR = '\n\n';

/** Walks blocks in order: true when an edit begins and ends in the same one, so that what it puts there is text. */
function createInsideTest(layout: readonly Span[]): (edit: Edit) => boolean {
  let at = 0;
  return ({ start, end, replacement }) => {
    while ((layout[at]?.end ?? Number.POSITIVE_INFINITY) < start) at++;
    const block = layout[at];
    // Where a block has lost its beginning or its end, the blank line between blocks may stand for a line end of its own.
    if (replacement === SEPARATOR) return false;
    return block !== undefined && start >= block.start && end <= block.end;
  };
}

class ChangeWalker {
  readonly changes: Edit[] = [];
  readonly texts: Span[] = [];
  readonly kept: Span[] = [];
  private readonly view: MarkdownText;
  private readonly source: string;
  private at = 0;
  /** Where the part of the piece begins that no edit has reached. */
  private from = 0;

  constructor(view: MarkdownText, source: string) {
    this.view = view;
    this.source = source;
    this.from = view.pieces[0]?.source ?? 0;
  }

  private textOf({ at, length }: Piece): string {
    return this.view.text.slice(at, at + length);
  }

  private keep(piece: Piece, to: number): void {
    const isText = piece.isSame ? this.source.slice(this.from, to).trim() !== '' : this.textOf(piece).trim() !== '';
    if (to > this.from && isText) this.kept.push({ start: this.from, end: to });
  }

  private nextPiece(): void {
    this.at++;
    this.from = this.view.pieces[this.at]?.source ?? 0;
  }

  /** Keeps the pieces that end before `to`, and the beginning of one that reaches across it. */
  private keepUpTo(to: number): void {
    for (let piece = this.view.pieces[this.at]; piece && piece.source < to; piece = this.view.pieces[this.at]) {
      const end = piece.source + piece.sourceLength;
      if (end > to && !piece.isSame) return;
      this.keep(piece, Math.min(end, to));
      if (end > to) {
        this.from = Math.max(this.from, to);
        return;
      }
      this.nextPiece();
    }
  }

  private change(start: number, end: number, replacement: string): void {
    this.changes.push({ start, end, replacement });
    if (replacement.trim() !== '') this.kept.push({ start, end: Math.max(end, start + 1) });
  }

  apply(edit: Edit, replacement: string): void {
    this.keepUpTo(edit.start);
    let text = replacement;
    let piece = this.view.pieces[this.at];
    // A piece that stands for its source as a whole is an edit in itself, though nothing was cleaned.
    const isReading = piece && !piece.isSame && piece.source === edit.start && piece.source + piece.sourceLength === edit.end;
    if (piece && isReading && this.textOf(piece) === edit.replacement) {
      this.keep(piece, edit.end);
      this.nextPiece();
      return;
    }
    if ((!piece || piece.source >= edit.end) && text !== '') this.change(edit.start, edit.start, text);
    for (; piece && piece.source < edit.end; piece = this.view.pieces[this.at]) {
      const end = Math.min(piece.source + piece.sourceLength, piece.isSame ? edit.end : Number.POSITIVE_INFINITY);
      this.change(this.from, end, text);
      text = '';
      this.from = end;
      if (end < piece.source + piece.sourceLength) return;
      this.nextPiece();
    }
  }

  finish(): void {
    this.keepUpTo(Number.POSITIVE_INFINITY);
    for (const piece of this.view.pieces) {
      if (this.textOf(piece).trim() !== '') this.texts.push({ start: piece.source, end: piece.source + piece.sourceLength });
    }
  }
}

/**
 * Tells what cleaning changed from what reading left out: `edits` lead from the source to the cleaned text and hold both,
 * `view` is the text as it was read. Blank lines between blocks are no change of text. Linear.
 */
export function findSourceChanges(source: string, view: MarkdownText, edits: readonly Edit[]): SourceChanges {
  const walker = new ChangeWalker(view, source);
  const isInside = createInsideTest(view.layout);
  for (const edit of edits) walker.apply(edit, isInside(edit) ? edit.replacement : edit.replacement.trim());
  walker.finish();
  return walker;
}
