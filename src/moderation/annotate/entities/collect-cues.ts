import { LEXICON, PLACE_PREPOSITIONS } from './lexicon.ts';
import type { Piece } from './piece.ts';
import type { Word } from './word.ts';

/** A name of a row of `models/entity-evidence.json`. */
export type Cue = keyof typeof import('../../../../models/entity-evidence.json')['weights'];

/** The cues of a piece; `preposition` is how much a place is expected after the word before it. */
export interface Cues {
  readonly cues: readonly Cue[];
  readonly preposition: number;
}

/** A piece with what its cues look at. */
interface View {
  readonly name: string;
  readonly inner: readonly Word[];
  readonly first: Word | undefined;
  readonly last: Word | undefined;
  readonly before: Word | undefined;
  readonly after: Word | undefined;
  /** What stands between the piece and the word after it. */
  readonly gap: string;
  readonly piece: Piece;
}

const OPEN_QUOTE = /["“«‘]$/u;
const AGE = /^(?:1[0-9]|[2-9][0-9])$/u;
const DIGIT = /\p{N}/u;

function viewPiece(piece: Piece): View {
  const { words, from, to } = piece;
  const inner = words.slice(from, to);
  const after = words[to];
  const name = inner.map((word) => word.text).join(' ');
  return { name, inner, first: inner[0], last: inner.at(-1), before: words[from - 1], after, gap: after?.gap ?? '', piece };
}

const isPlain = (word: Word): boolean => word.capital && !word.upper && word.tags.size > 0 && !DIGIT.test(word.text);
const hasTag = (words: readonly Word[], ...tags: readonly string[]): boolean =>
  words.every((word) => !word.capital || tags.some((tag) => word.tags.has(tag)));

/** Every cue and when it is there. */
const TESTS: Readonly<Record<Cue, (view: View) => boolean>> = {
  honorific: ({ before, piece }) => piece.role === 'before' && LEXICON.honorifics.has(before?.lower ?? ''),
  role_before: ({ piece }) => piece.role === 'before',
  role_apposition: ({ piece }) => piece.role === 'apposition' && piece.to - piece.from > 1,
  given_name_first: ({ inner, first }) =>
    inner.length > 1 && (LEXICON.givenNames.has(first?.text ?? '') || first?.tags.has('FirstName') === true),
  given_name_alone: ({ inner, first }) =>
    inner.length === 1 && (LEXICON.givenNames.has(first?.text ?? '') || first?.tags.has('FirstName') === true),
  initial_inside: ({ inner }) => inner.length > 1 && inner.some((word) => word.text.length === 1 && word.capital),
  particle_inside: ({ inner }) => inner.some((word) => LEXICON.particles.has(word.text)),
  name_suffix: ({ inner, last }) => inner.length > 1 && LEXICON.nameSuffixes.has(last?.text ?? ''),
  speech_verb_after: ({ after, gap }) => gap === ' ' && LEXICON.speechVerbs.has(after?.text ?? ''),
  speech_verb_before: ({ before, first }) => first?.gap === ' ' && LEXICON.speechVerbs.has(before?.text ?? ''),
  human_verb_after: ({ after, gap }) => gap === ' ' && LEXICON.humanVerbs.has(after?.text ?? ''),
  age_after: ({ after, gap }) => (gap === ', ' || gap === ' (') && AGE.test(after?.text ?? ''),
  who_after: ({ after, gap }) => (gap === ', ' || gap === ' ') && after?.lower === 'who',
  role_after: ({ after, gap, piece }) => gap === ', ' && hasRoleSoon(piece, after),
  verb_after: ({ after, gap }) =>
    gap === ' ' && (after?.tags.has('PastTense') === true || after?.tags.has('PresentTense') === true),
  greeting_before: ({ before, first }) => first?.gap === ' ' && LEXICON.greetings.has(before?.lower ?? ''),
  known_person: ({ name }) => LEXICON.persons.has(name),
  tag_person: ({ inner }) => hasTag(inner, 'Person', 'FirstName', 'LastName', 'MaleName', 'FemaleName'),
  tag_last_name: ({ inner, last }) => inner.length > 1 && last?.tags.has('LastName') === true,
  known_place: ({ name }) => LEXICON.places.has(name),
  tag_country: ({ inner }) => hasTag(inner, 'Country', 'City', 'Region'),
  tag_place: ({ inner }) => hasTag(inner, 'Place'),
  place_last_word: ({ inner, last }) => inner.length > 1 && LEXICON.placeLastWords.has(last?.text ?? ''),
  place_first_word: ({ inner, first }) => inner.length > 1 && LEXICON.placeFirstWords.has(first?.text ?? ''),
  place_of: ({ inner, first }) => inner[1]?.lower === 'of' && LEXICON.placeOfWords.has(first?.text ?? ''),
  place_noun_after: ({ after, gap }) => gap === ' ' && LEXICON.placeNounsAfter.has(after?.text ?? ''),
  place_noun_before: ({ before, piece }) => isAfterNoun(piece, before, LEXICON.placeNounsBefore),
  before_place: ({ after, gap }) => gap === ', ' && LEXICON.places.has(after?.text ?? ''),
  based_after: ({ last }) => last?.compoundEnding === 'based' || last?.compoundEnding === 'born',
  possessive_capital: ({ last, after }) => last?.possessive === true && after?.capital === true,
  known_organisation: ({ name }) => LEXICON.organisations.has(name),
  tag_organisation: ({ inner }) => hasTag(inner, 'Organization'),
  organisation_last_word: ({ inner, last }) => inner.length > 1 && LEXICON.organisationLastWords.has(last?.text ?? ''),
  organisation_of: ({ inner }) =>
    inner.some(
      (word, at) =>
        (inner[at + 1]?.lower === 'of' || inner[at + 1]?.lower === 'for') && LEXICON.organisationOfWords.has(word.text),
    ),
  legal_suffix: ({ inner, last }) => inner.length > 1 && LEXICON.legalSuffixes.has(last?.text ?? ''),
  acronym: ({ inner, first }) => inner.length === 1 && first?.upper === true && first.text.length <= 6,
  ampersand: ({ inner }) => inner.some((word, at) => (at > 0 && word.gap.includes('&')) || word.text.includes('&')),
  organisation_noun_before: ({ before, first }) => first?.gap === ' ' && LEXICON.organisationNounsBefore.has(before?.text ?? ''),
  organisation_noun_after: ({ after, gap }) => gap === ' ' && LEXICON.organisationNounsAfter.has(after?.text ?? ''),
  role_of_before: ({ before, piece }) => before?.lower === 'of' && LEXICON.rolesOf.has(piece.words[piece.from - 2]?.lower ?? ''),
  organisation_verb_before: ({ before }) => LEXICON.organisationVerbsBefore.has(before?.text ?? ''),
  self_defined: () => false,
  the_before: ({ before, first }) => before?.lower === 'the' && first?.gap === ' ',
  the_plural: ({ before, inner, last }) => before?.lower === 'the' && inner.length < 3 && last?.tags.has('Plural') === true,
  people: ({ name }) => LEXICON.peoples.has(name),
  starts_with_people: ({ inner, first }) => inner.length > 1 && LEXICON.peoples.has(first?.text ?? ''),
  event_last_word: ({ inner, last }) => inner.length > 1 && LEXICON.eventLastWords.has(last?.text ?? ''),
  work_before: ({ before, first }) => first?.gap !== ', ' && LEXICON.works.has(before?.text ?? ''),
  quoted: ({ first, piece }) => piece.from > 0 && OPEN_QUOTE.test(first?.gap ?? ''),
  has_digit: ({ name }) => DIGIT.test(name),
  two_plain_words: ({ inner }) => inner.length === 2 && inner.every(isPlain),
  three_plain_words: ({ inner }) => inner.length === 3 && inner.every(isPlain),
  many_words: ({ inner }) => inner.length > 3,
  one_plain_word: ({ inner }) => inner.length === 1 && inner.every(isPlain),
};

function hasRoleSoon(piece: Piece, after: Word | undefined): boolean {
  if (!after || after.capital) return false;
  return piece.words.slice(piece.to, piece.to + 4).some((word) => LEXICON.roles.has(word.text));
}

function isAfterNoun(piece: Piece, before: Word | undefined, nouns: ReadonlySet<string>): boolean {
  const noun = before?.lower === 'of' ? piece.words[piece.from - 2] : before;
  return (piece.words[piece.from]?.gap ?? '') === ' ' && nouns.has(noun?.text ?? '');
}

/** What a piece and the words around it say about what it names. */
export function collectCues(piece: Piece): Cues {
  const view = viewPiece(piece);
  const preposition = view.first?.gap === ' ' ? (PLACE_PREPOSITIONS.get(view.before?.lower ?? '') ?? 0) : 0;
  const names = Object.keys(TESTS) as Cue[];
  return { cues: names.filter((name) => TESTS[name](view)), preposition };
}
