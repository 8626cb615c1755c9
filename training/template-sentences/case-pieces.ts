import type { Piece } from './piece.ts';

/** How the letters of a sentence are written. */
export type LetterCase = 'plain' | 'capitals' | 'title' | 'small';

const toTitle = (text: string): string =>
  text.replace(/(?<![\p{L}\d'’])\p{Ll}(?=[\p{L}'’]{3})/gu, (letter) => letter.toUpperCase());

/** The pieces of a sentence in capitals, as a title, or in small letters. */
export function casePieces(pieces: readonly Piece[], letters: LetterCase): readonly Piece[] {
  if (letters === 'plain') return pieces;
  return pieces.map((piece) => {
    if (letters === 'capitals') return { ...piece, text: piece.text.toUpperCase() };
    if (letters === 'small') return { ...piece, text: piece.text.toLowerCase() };
    return piece.type ? piece : { ...piece, text: toTitle(piece.text) };
  });
}
