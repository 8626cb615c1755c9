import type { PhraseWord } from './phrase-word.ts';

/** The singular of a verb: "boils", not "cross". */
const SINGULAR_VERB = /[^s]s$/u;
/** Words that a walk back to the subject of a sentence passes at most. */
const MAX_SUBJECT = 4;

const isFiniteVerb = ({ form, isVerb }: PhraseWord): boolean => isVerb || form.isFinite;

/** True when the word before `at` ends the subject of its sentence: no preposition stands before it and its article. */
function isBehindSubject(words: readonly PhraseWord[], at: number): boolean {
  for (let row = at - 1; row >= 0 && row >= at - MAX_SUBJECT; row--) {
    const word = words[row];
    if (!word || isFiniteVerb(word)) return false;
    if (word.form.isContent) continue;
    const last = word.form.isDeterminer ? words[row - 1] : word;
    return last?.form.isPreposition !== true;
  }
  return words[at - MAX_SUBJECT - 1]?.form.isPreposition !== true;
}

/** A word of classes "verb" and "noun" is a verb behind a subject: before an object, or as the only verb of its sentence. */
function isVerbHere(words: readonly PhraseWord[], at: number, isStatement: boolean): boolean {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]];
  if (!before?.form.isContent || !word?.isJoined || !isBehindSubject(words, at)) return false;
  if (after?.isJoined && after.form.isDeterminer) return true;
  const isAlone = !(after?.isJoined && after.form.isContent);
  const isSingular = SINGULAR_VERB.test(word.form.key) && !SINGULAR_VERB.test(before.form.key) && isAlone;
  return (
    isStatement &&
    isSingular &&
    !words.some((other, row) => row !== at && !other.isCapital && words[row - 1]?.form.key !== 'to' && isFiniteVerb(other))
  );
}

/** By the classes of the gazetteer: true for "threaten", which is no noun anywhere but behind an article or an adjective. */
function isOnlyVerb({ form }: PhraseWord, before: PhraseWord | undefined): boolean {
  if (form.isKnownNoun || before === undefined) return false;
  return !before.form.isDeterminer && !before.form.isPreposition && !before.form.isKnownModifier;
}

/**
 * The words of a sentence with those marked that are verbs or, as "apart" and "overnight", no nouns. `isStatement`: it ends with
 * a full stop, so it has a verb.
 */
export function markVerbs(words: readonly PhraseWord[], isStatement: boolean): readonly PhraseWord[] {
  return words.map((word, at) => {
    const { form } = word;
    if (!form.isContent || word.isCapital || word.isVerb) return word;
    const isVerb = form.isKnownVerb && (isOnlyVerb(word, words[at - 1]) || isVerbHere(words, at, isStatement));
    const isModifier = form.isKnownModifier && !form.isKnownNoun && !form.isKnownVerb;
    return isVerb || isModifier ? { ...word, isVerb, isModifier } : word;
  });
}
