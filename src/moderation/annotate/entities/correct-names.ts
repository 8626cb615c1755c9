import { isKnownPlace } from './is-known-place.ts';
import { LEXICON } from './lexicon.ts';
import type { NameToken } from './sequence/name-token.ts';
import type { LabelledName } from './sequence/read-labels.ts';

const DOTTED = /\p{L}\.$/u;
const STOP = /^\.\s+$/u;
const SMALL = /^\p{Ll}/u;
const INITIAL = /^\p{Lu}\.?$/u;
/** UTF-16 code units of an opener, and of one behind an initial. */
const MIN_OPENER = 2;
const LONG_OPENER = 4;
const DIGIT = /\d$/u;
const DEGREES: ReadonlySet<string> = new Set(['degree', 'degrees']);

/** Whether a capital word may open a sentence here: "A" is an initial, and behind an initial short ones are surnames ("Nguyen V. An"). */
function mayOpen({ text }: NameToken, before: NameToken): boolean {
  if (text.length < MIN_OPENER || SMALL.test(text) || !LEXICON.openers.has(text.toLowerCase())) return false;
  return text.length >= LONG_OPENER || !INITIAL.test(before.text);
}

/** True for the first word of a sentence that was not told from the one before, which ends in an abbreviation: "D.C. They". */
function opensSentence(words: readonly NameToken[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  if (!before || !word || !mayOpen(word, before)) return false;
  return STOP.test(word.gap) || (word.gap === ' ' && DOTTED.test(before.text));
}

/** What the first part of a name is that ran into the next sentence: the type told is that of the whole. */
function typeOf(words: readonly NameToken[], { type }: LabelledName, from: number, to: number): LabelledName['type'] {
  return to - from === 1 && isKnownPlace(words[from]?.text ?? '') ? 'LOC' : type;
}

/** The parts of a name before and behind the words in it that begin a sentence. */
function splitSentences(words: readonly NameToken[], name: LabelledName): readonly LabelledName[] {
  const parts: LabelledName[] = [];
  let from = name.from;
  for (let at = from + 1; at < name.to; at++) {
    if (!opensSentence(words, at)) continue;
    if (at > from) parts.push({ ...name, from, to: at, type: typeOf(words, name, from, at) });
    from = at + 1;
  }
  return from < name.to ? [...parts, { ...name, from }] : parts;
}

/** "Celsius" in "30 degrees Celsius". */
function isScale(words: readonly NameToken[], { from }: LabelledName): boolean {
  const before = words[from - 1]?.text ?? '';
  return LEXICON.scales.has(words[from]?.text ?? '') && (DEGREES.has(before.toLowerCase()) || DIGIT.test(before));
}

/** A name of one word that is a disease, or a people before a noun at the beginning of a sentence: "Basque sailors left". */
function isOther(words: readonly NameToken[], { from, to }: LabelledName): boolean {
  const { text = '' } = words[from] ?? {};
  const isNounBehind = words[to]?.gap === ' ' && SMALL.test(words[to]?.text ?? '');
  return LEXICON.diseases.has(text) || (from === 0 && isNounBehind && LEXICON.peoples.has(text));
}

/** "Storm Anna" where only "Anna" was told to be a name. */
function addStorm(words: readonly NameToken[], name: LabelledName): LabelledName {
  const isStorm =
    name.type !== 'ORG' && words[name.from]?.gap === ' ' && LEXICON.stormKinds.has(words[name.from - 1]?.text ?? '');
  return isStorm ? { ...name, from: name.from - 1, type: 'MISC' } : name;
}

/**
 * Names with what a few words say for sure: none goes on into the next sentence, a scale of temperature is none, diseases, storms and
 * peoples are no persons or places. `names` are in order and disjoint, and so is the result. Linear.
 */
export function correctNames(words: readonly NameToken[], names: readonly LabelledName[]): readonly LabelledName[] {
  const split = names.flatMap((name) => splitSentences(words, name));
  return split.flatMap((name, row) => {
    if (name.to - name.from > 1) return [name];
    if (isScale(words, name)) return [];
    if (isOther(words, name)) return [{ ...name, type: 'MISC' as const }];
    const isFree = (split[row - 1]?.to ?? 0) < name.from;
    return [isFree ? addStorm(words, name) : name];
  });
}
