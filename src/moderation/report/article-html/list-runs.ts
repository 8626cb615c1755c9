import type { Block } from '../../model/block.ts';
import type { Edit } from '../../model/edit.ts';
import type { ModeratedArticle } from '../../model/moderated-article.ts';
import type { Piece } from '../../model/piece.ts';
import type { Place, SourceText, SourceTree } from './source-tree.ts';

/** A stretch of the cleaned text that stands at one place of the markup. */
export interface Run {
  readonly text: string;
  /** Offset in the original. */
  readonly start: number;
  readonly place: Place;
  /** White space that stands for markup or for other white space. */
  readonly isGap: boolean;
}

export interface BlockRuns {
  readonly block: Block;
  readonly runs: readonly Run[];
}

/** The cleaned text as pieces of the original, told from the edits alone. */
function listPieces(edits: readonly Edit[], length: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  let source = 0;
  const push = (size: number, sourceLength: number, isSame: boolean): void => {
    if (size > 0) pieces.push({ at, length: size, source, sourceLength, isSame });
    at += size;
    source += sourceLength;
  };
  for (const { start, end, replacement } of edits) {
    push(start - source, start - source, true);
    push(replacement.length, end - start, false);
  }
  push(length - source, length - source, true);
  return pieces;
}

/** Finds the text of the markup at an offset. Offsets are asked for in rising order. */
class TextCursor {
  private at = 0;
  private readonly texts: readonly SourceText[];
  constructor(texts: readonly SourceText[]) {
    this.texts = texts;
  }

  /** The text that holds `offset`, or the next one. */
  seek(offset: number): SourceText | undefined {
    while ((this.texts[this.at]?.end ?? Number.POSITIVE_INFINITY) <= offset) this.at++;
    return this.texts[this.at];
  }

  /** The text that `[start, end)` touches, else the one before it. */
  near(start: number, end: number): SourceText | undefined {
    const found = this.seek(start);
    return found && found.start < end ? found : (this.texts[this.at - 1] ?? found);
  }
}

class RunLister {
  private readonly cursor: TextCursor;
  private readonly text: string;
  constructor(text: string, texts: readonly SourceText[]) {
    this.text = text;
    this.cursor = new TextCursor(texts);
  }

  /** The part `[from, to)` of the cleaned text, which lies in `piece`. */
  add(piece: Piece, from: number, to: number, into: Run[]): void {
    if (piece.isSame) this.addSame(piece.source - piece.at, from, to, into);
    else {
      const near = this.cursor.near(piece.source, piece.source + piece.sourceLength);
      const text = this.text.slice(from, to);
      if (near) into.push({ text, start: piece.source, place: near.place, isGap: text.trim() === '' });
    }
  }

  private addSame(shift: number, from: number, to: number, into: Run[]): void {
    for (let at = from; at < to; ) {
      const found = this.cursor.seek(at + shift);
      const holds = found !== undefined && found.start <= at + shift;
      const next = Math.min(to, (found === undefined ? to + shift : holds ? found.end : found.start) - shift);
      const place = holds ? found.place : this.cursor.near(at + shift, at + shift)?.place;
      if (place) into.push({ text: this.text.slice(at, next), start: at + shift, place, isGap: false });
      at = next;
    }
  }
}

/** The blocks of a result with the places of their text in the markup of the original. Linear in text, edits and markup. */
export function listRuns(result: ModeratedArticle, tree: SourceTree): readonly BlockRuns[] {
  const pieces = listPieces(result.edits, result.original.length);
  const lister = new RunLister(result.text, tree.texts);
  let index = 0;
  return result.blocks.map((block) => {
    const runs: Run[] = [];
    for (; index < pieces.length; index++) {
      const piece = pieces[index];
      if (!piece || piece.at >= block.end) break;
      const from = Math.max(piece.at, block.start);
      const to = Math.min(piece.at + piece.length, block.end);
      if (from < to) lister.add(piece, from, to, runs);
      if (piece.at + piece.length > block.end) break;
    }
    return { block, runs };
  });
}
