import { canName } from './extend-run.ts';
import { findPieces } from './find-pieces.ts';
import { LEXICON } from './lexicon.ts';
import { addPiece, type NameTable, nameKey, pieceWords } from './name-table.ts';
import type { Piece } from './piece.ts';
import type { Word } from './word.ts';

const NAME_TAGS: readonly string[] = ['Person', 'FirstName', 'LastName', 'Place', 'Country', 'City', 'Region', 'Organization'];

/** True for a single word whose capital may be that of the sentence. */
function isDoubtful(piece: Piece): boolean {
  const word = piece.words[piece.from];
  return piece.to - piece.from === 1 && word?.first === true && !word.text.slice(1).match(/\p{Lu}/u);
}

function isConfirmed(piece: Piece, seen: ReadonlySet<string>, lower: ReadonlySet<string>): boolean {
  const word = piece.words[piece.from];
  if (!word) return false;
  if (seen.has(nameKey([word.text])) || LEXICON.peoples.has(word.text)) return true;
  if (lower.has(word.lower)) return false;
  if (
    LEXICON.places.has(word.text) ||
    LEXICON.organisations.has(word.text) ||
    LEXICON.givenNames.has(word.text) ||
    LEXICON.persons.has(word.text)
  )
    return true;
  return piece.role !== 'none' || NAME_TAGS.some((tag) => word.tags.has(tag));
}

/** Names that stand where their capitals count, and the surnames among them. */
function seenNames(pieces: readonly Piece[]): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const piece of pieces) {
    if (isDoubtful(piece)) continue;
    const words = pieceWords(piece);
    const last = words.at(-1) ?? '';
    seen.add(nameKey(words));
    const built = LEXICON.organisationLastWords.has(last) || LEXICON.placeLastWords.has(last) || LEXICON.eventLastWords.has(last);
    if (words.length < 4 && !built) seen.add(nameKey([last]));
  }
  return seen;
}

/** True for an ordinary word in capitals for emphasis: compromise knows it as another kind of word. */
function isShouted(word: Word): boolean {
  const named = word.tags.has('Acronym') || word.tags.has('ProperNoun') || NAME_TAGS.some((tag) => word.tags.has(tag));
  return word.tags.size > 0 && !named && !LEXICON.organisations.has(word.text) && !LEXICON.places.has(word.text);
}

/** True for a word in mid-sentence that the article also writes in lower case, without anything that makes it a name. */
function isCommon(piece: Piece, lower: ReadonlySet<string>): boolean {
  const word = piece.words[piece.from];
  if (!word || piece.to - piece.from > 1 || piece.role !== 'none') return false;
  if (word.upper) return isShouted(word);
  return (
    lower.has(word.lower) &&
    !LEXICON.places.has(word.text) &&
    !LEXICON.organisations.has(word.text) &&
    !LEXICON.givenNames.has(word.text)
  );
}

/** The names in the sentences of the body. */
export function readBody(sentences: readonly (readonly Word[])[]): NameTable {
  const pieces = sentences.flatMap((words) => (words.some(canName) ? findPieces(words) : []));
  const lower = new Set(sentences.flatMap((words) => words.filter((word) => !word.capital).map((word) => word.text)));
  const seen = seenNames(pieces);
  const table: NameTable = new Map();
  for (const piece of pieces) {
    if (isCommon(piece, lower) || (isDoubtful(piece) && !isConfirmed(piece, seen, lower))) continue;
    addPiece(table, piece);
  }
  return table;
}
