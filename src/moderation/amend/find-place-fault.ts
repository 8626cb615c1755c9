import type { AmendmentReason } from '../model/amendment.ts';
import type { Piece } from '../model/piece.ts';
import type { Reading } from '../model/reading.ts';
import type { Span } from '../model/span.ts';
import { lowerBound } from '../text/lower-bound.ts';

/** A function that says why a span of the original is no place in the text of an article, if it is none. */
export function findPlaceFault({ text, pieces }: Reading): (span: Span) => AmendmentReason | undefined {
  const ends = Float64Array.from(pieces, ({ source, sourceLength }) => source + sourceLength);
  const isInked = ({ at, length }: Piece): boolean => text.slice(at, at + length).trim() !== '';
  /** A sign that its source writes in another way is whole or not at all; white space has no parts that matter. */
  const isCut = (place: number): boolean => {
    const piece = pieces[lowerBound(ends, ends.length, place + 1)];
    return piece !== undefined && !piece.isSame && piece.source < place && isInked(piece);
  };
  return ({ start, end }) => {
    if (isCut(start) || isCut(end)) return 'inside_markup';
    for (let at = lowerBound(ends, ends.length, start + 1); at < pieces.length; at++) {
      const piece = pieces[at];
      if (!piece || piece.source >= end) break;
      if (piece.isSame || (piece.source >= start && piece.source + piece.sourceLength <= end)) return undefined;
    }
    return 'inside_markup';
  };
}
