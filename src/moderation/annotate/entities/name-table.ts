import type { Span } from '../../model/span.ts';
import { collectCues } from './collect-cues.ts';
import type { Piece } from './piece.ts';
import { addWeights, NO_WEIGHT, type TypeWeights, weighCues } from './type-weights.ts';

/** One form of a name with all its places in the text. */
export interface NameForm {
  readonly key: string;
  /** Words of the form; "of" and "and" count. */
  readonly words: readonly string[];
  readonly spans: Span[];
  weights: TypeWeights;
}

/** Names by key, in order of first mention. */
export type NameTable = Map<string, NameForm>;

/** Key of a name: its words by single spaces, abbreviations without full stops ("U.S." is "US"). */
export function nameKey(words: readonly string[]): string {
  return words.join(' ').replaceAll('’', "'").replaceAll('.', '');
}

/** Words of a piece as written. */
export function pieceWords(piece: Piece): readonly string[] {
  return piece.words.slice(piece.from, piece.to).map((word) => word.text);
}

/** Enters one place of a name. */
export function addSpan(table: NameTable, words: readonly string[], span: Span, weights: TypeWeights): void {
  const key = nameKey(words);
  const form = table.get(key);
  if (form) {
    form.spans.push(span);
    form.weights = addWeights(form.weights, weights);
  } else table.set(key, { key, words, spans: [span], weights: addWeights(NO_WEIGHT, weights) });
}

/** Enters a piece with the evidence of its cues. */
export function addPiece(table: NameTable, piece: Piece): void {
  const [first, last] = [piece.words[piece.from], piece.words[piece.to - 1]];
  if (!first || !last) return;
  const { cues, preposition } = collectCues(piece);
  addSpan(table, pieceWords(piece), { start: first.start, end: last.end }, weighCues(cues, preposition));
}
