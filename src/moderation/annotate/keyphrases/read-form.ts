import { createWordMemo } from '../../text/word-memo.ts';
import { lookUpName } from '../entities/look-up-name.ts';
import { NAME_CLASS } from '../entities/name-class.ts';
import { PHRASE_WORDS } from './phrase-words.ts';

/** What a word is for keyphrases wherever it stands. */
export interface PhraseForm {
  /** In small letters, without a possessive. */
  readonly key: string;
  /** The key without the "s" of many. */
  readonly folded: string;
  /** UTF-16 code units without a possessive. */
  readonly length: number;
  /** Part of a phrase; false for function words, numbers and single letters. */
  readonly isContent: boolean;
  readonly hasCapital: boolean;
  /** A verb by its form: no "to" stands before it where it is the verb of a sentence. */
  readonly isFinite: boolean;
  /** Does not open a phrase: a form of a verb, "slowly". */
  readonly isNoOpener: boolean;
  /** Does not end a phrase: a form of a verb, a word of kind, "harvested". */
  readonly isNoNoun: boolean;
  /** No phrase by itself. */
  readonly isWeak: boolean;
  /** An article or another word that begins a subject or an object. */
  readonly isDeterminer: boolean;
  readonly isPreposition: boolean;
  /** A verb follows it. */
  readonly isBeforeVerb: boolean;
  /** What the gazetteer knows of a word in small letters, as bits. */
  readonly isKnownVerb: boolean;
  readonly isKnownNoun: boolean;
  readonly isKnownModifier: boolean;
}

const POSSESSIVE = /['’]s?$/u;
const LETTERS = /^\p{L}[\p{L}\p{M}'’-]*$/u;
const CAPITAL = /^\p{Lu}/u;
const PAST = /..[^e]ed$/u;
/** Endings of words that say how or that something was done: no phrase ends with them. */
const NO_NOUN = /(?:ed|ly|est)$/u;
const MIN_ENDED = 5;
const MIN_LENGTH = 3;
const MAX_LENGTH = 30;
const MIN_ACRONYM = 2;
const { personNoun, groupNoun, placeNoun, thingNoun, actNoun, timeNoun, otherNoun, verb, modifier } = NAME_CLASS;
const NOUN = personNoun | groupNoun | placeNoun | thingNoun | actNoun | timeNoun | otherNoun;

function isContent(text: string, key: string): boolean {
  if (!LETTERS.test(text) || text.length > MAX_LENGTH || PHRASE_WORDS.stops.has(key)) return false;
  return text.length >= MIN_LENGTH || (text.length >= MIN_ACRONYM && text === text.toUpperCase());
}

/** One form for one and many: "stories" and "story", "ships" and "ship". */
function foldPlural(key: string): string {
  if (key.endsWith('ies') && key.length > 4) return `${key.slice(0, -3)}y`;
  return key.endsWith('s') && !key.endsWith('ss') && key.length > 3 ? key.slice(0, -1) : key;
}

function read(word: string): PhraseForm {
  const text = word.replace(POSSESSIVE, '');
  const key = text.toLowerCase();
  const isVerb = PHRASE_WORDS.verbs.has(key);
  const mask = lookUpName(key);
  return {
    key,
    folded: foldPlural(key),
    length: text.length,
    isContent: isContent(text, key),
    hasCapital: CAPITAL.test(text),
    isFinite: isVerb || PAST.test(key),
    isNoOpener: isVerb || key.endsWith('ly'),
    isNoNoun: isVerb || PHRASE_WORDS.qualifiers.has(key) || (key.length >= MIN_ENDED && NO_NOUN.test(key)),
    isWeak: PHRASE_WORDS.weak.has(key),
    isDeterminer: PHRASE_WORDS.determiners.has(key),
    isPreposition: PHRASE_WORDS.prepositions.has(key),
    isBeforeVerb: PHRASE_WORDS.beforeVerbs.has(key),
    isKnownVerb: (mask & verb) !== 0,
    isKnownNoun: (mask & NOUN) !== 0,
    isKnownModifier: (mask & modifier) !== 0,
  };
}

/** What a word, as it stands, is for keyphrases. */
export const readForm: (word: string) => PhraseForm = createWordMemo(read);
