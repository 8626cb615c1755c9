import { lookUpName } from '../entities/look-up-name.ts';
import { NAME_CLASS } from '../entities/name-class.ts';
import type { PhraseWord } from './phrase-word.ts';
import { PHRASE_WORDS } from './phrase-words.ts';

const { personNoun, groupNoun, placeNoun, thingNoun, actNoun, timeNoun, otherNoun } = NAME_CLASS;
const NOUN = personNoun | groupNoun | placeNoun | thingNoun | actNoun | timeNoun | otherNoun;
/** The singular of a verb: "boils", not "cross". */
const SINGULAR_VERB = /[^s]s$/u;
const PAST = /..[^e]ed$/u;
/** Words that a walk back to the subject of a sentence passes at most. */
const MAX_SUBJECT = 4;

const isFiniteVerb = ({ key, isVerb }: PhraseWord): boolean => isVerb || PHRASE_WORDS.verbs.has(key) || PAST.test(key);

/** True when the word before `at` ends the subject of its sentence: no preposition stands before it and its article. */
function isBehindSubject(words: readonly PhraseWord[], at: number): boolean {
  for (let row = at - 1; row >= 0 && row >= at - MAX_SUBJECT; row--) {
    const word = words[row];
    if (!word || isFiniteVerb(word)) return false;
    if (word.isContent) continue;
    const before = words[row - 1]?.key ?? '';
    return !PHRASE_WORDS.prepositions.has(PHRASE_WORDS.determiners.has(word.key) ? before : word.key);
  }
  return !PHRASE_WORDS.prepositions.has(words[at - MAX_SUBJECT - 1]?.key ?? '');
}

/** A word of classes "verb" and "noun" is a verb behind a subject: before an object, or as the only verb of its sentence. */
function isVerbHere(words: readonly PhraseWord[], at: number, isStatement: boolean): boolean {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]];
  if (!before?.isContent || !word?.isJoined || !isBehindSubject(words, at)) return false;
  if (after?.isJoined && PHRASE_WORDS.determiners.has(after.key)) return true;
  const isSingular = SINGULAR_VERB.test(word.key) && !SINGULAR_VERB.test(before.key) && !(after?.isJoined && after.isContent);
  return (
    isStatement &&
    isSingular &&
    !words.some((other, row) => row !== at && !other.isCapital && words[row - 1]?.key !== 'to' && isFiniteVerb(other))
  );
}

/** By the classes of the gazetteer: true for "threaten", which is no noun anywhere but behind an article or an adjective. */
function isOnlyVerb(words: readonly PhraseWord[], at: number, mask: number): boolean {
  const before = words[at - 1];
  if ((mask & NOUN) !== 0 || before === undefined) return false;
  const isNoun = PHRASE_WORDS.determiners.has(before.key) || PHRASE_WORDS.prepositions.has(before.key);
  return !isNoun && (lookUpName(before.key) & NAME_CLASS.modifier) === 0;
}

/**
 * The words of a sentence with those marked that are verbs or, as "apart" and "overnight", no nouns. `isStatement`: it ends with
 * a full stop, so it has a verb.
 */
export function markVerbs(words: readonly PhraseWord[], isStatement: boolean): readonly PhraseWord[] {
  return words.map((word, at) => {
    if (!word.isContent || word.isCapital || word.isVerb) return word;
    const mask = lookUpName(word.key);
    const isVerb = (mask & NAME_CLASS.verb) !== 0 && (isOnlyVerb(words, at, mask) || isVerbHere(words, at, isStatement));
    const isModifier = (mask & NAME_CLASS.modifier) !== 0 && (mask & (NOUN | NAME_CLASS.verb)) === 0;
    return isVerb || isModifier ? { ...word, isVerb, isModifier } : word;
  });
}
