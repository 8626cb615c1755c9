import { LEXICON } from './lexicon.ts';
import { findInnerRole, matchRole } from './match-role.ts';
import type { Piece, RoleBefore } from './piece.ts';
import type { Word } from './word.ts';

/** Part-of-speech tags of words that open a sentence without being part of a name. */
const OPENING_TAGS: readonly string[] = [
  'Adverb',
  'Preposition',
  'Conjunction',
  'Determiner',
  'Pronoun',
  'Gerund',
  'Auxiliary',
  'QuestionWord',
  'Expression',
];

/** The parts of a run that may be names, and whether it ends in a role that waits for a name. */
interface SplitRun {
  readonly pieces: readonly Piece[];
  readonly endsInRole: boolean;
}

const surface = (words: readonly Word[], from: number, to: number): string =>
  words
    .slice(from, to)
    .map((word) => word.text)
    .join(' ');

function isKnown(words: readonly Word[], from: number, to: number): boolean {
  const name = surface(words, from, to);
  return LEXICON.places.has(name) || LEXICON.organisations.has(name);
}

function opensSentence(word: Word): boolean {
  return LEXICON.functionWords.has(word.lower) || OPENING_TAGS.some((tag) => word.tags.has(tag));
}

/** Row of the first word that may belong to the name: capitals of a sentence's opening words say nothing. */
function skipOpening(words: readonly Word[], from: number, to: number): number {
  const first = words[from];
  if (!first?.first || isKnown(words, from, to) || (!LEXICON.functionWords.has(first.lower) && to - from === 1)) return from;
  return opensSentence(first) && !LEXICON.givenNames.has(first.text) ? from + 1 : from;
}

function isBuiltName(words: readonly Word[], to: number): boolean {
  const last = words[to - 1]?.text ?? '';
  return LEXICON.organisationLastWords.has(last) || LEXICON.placeLastWords.has(last) || LEXICON.eventLastWords.has(last);
}

function isNothing(words: readonly Word[], from: number, to: number): boolean {
  return words
    .slice(from, to)
    .every(
      (word) =>
        LEXICON.neverNames.has(word.text) ||
        LEXICON.functionWords.has(word.lower) ||
        LEXICON.acronymsNever.has(word.text) ||
        word.text.length < 2,
    );
}

function leadingRole(words: readonly Word[], from: number, to: number): number {
  const length = matchRole(words, from, to);
  if (length === 0 || LEXICON.honorifics.has(words[from]?.lower ?? '')) return length;
  const rest = from + length;
  const built = to - rest >= 2 && isBuiltName(words, to) && !LEXICON.givenNames.has(words[rest]?.text ?? '');
  const of = words.slice(rest, to).some((word) => word.lower === 'of');
  return built || of ? 0 : length;
}

function toPieces(words: readonly Word[], from: number, to: number, role: RoleBefore): readonly Piece[] {
  return to > from && !isNothing(words, from, to) ? [{ words, from, to, role }] : [];
}

function splitInner(words: readonly Word[], from: number, to: number, role: RoleBefore): SplitRun {
  const inner = isBuiltName(words, to) ? -1 : findInnerRole(words, from, to);
  if (inner < 0) return { pieces: toPieces(words, from, to, role), endsInRole: false };
  const rest = inner + matchRole(words, inner, to);
  const pieces = [...toPieces(words, from, inner, role), ...toPieces(words, rest, to, 'before')];
  return { pieces, endsInRole: rest === to };
}

/** Takes the roles out of a run of capitalised words: "Acme President Ada Quill" is "Acme" and, after a role, "Ada Quill". */
export function splitRun(
  words: readonly Word[],
  run: { readonly from: number; readonly to: number },
  role: RoleBefore,
): SplitRun {
  const from = skipOpening(words, run.from, run.to);
  if (from >= run.to) return { pieces: [], endsInRole: false };
  if (isKnown(words, from, run.to)) return { pieces: toPieces(words, from, run.to, role), endsInRole: false };
  const length = leadingRole(words, from, run.to);
  if (length === 0) return splitInner(words, from, run.to, role);
  if (from + length === run.to) return { pieces: [], endsInRole: true };
  return splitInner(words, from + length, run.to, 'before');
}
