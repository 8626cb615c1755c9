import { isKnownPlace } from './is-known-place.ts';
import { LEXICON } from './lexicon.ts';
import { lookUpName } from './look-up-name.ts';
import { NAME_CLASS } from './name-class.ts';
import { toNameKey } from './name-key.ts';
import type { NameToken } from './sequence/name-token.ts';
import type { LabelledName } from './sequence/read-labels.ts';

/** Confidence in a name that is made by a rule alone. */
const BY_RULE = 0.8;
/** Small words within the names of places that are written with hyphens. */
const PLACE_LINKS: ReadonlySet<string> = new Set('en upon on au aux le la les lez sur sous de du des by in under the'.split(' '));
/** Letters of the second part of a given name such as "Jong-un", at most. */
const MAX_SYLLABLE = 6;
const CAPITAL = /^\p{Lu}/u;
const SMALL_A = 0x61;
const SMALL_Z = 0x7a;
const SMALL = /^\p{Ll}+$/u;
const AMPERSAND = ' & ';

/** Words `[from, to)` that are one name, or a part of one. */
interface Joint {
  readonly from: number;
  readonly to: number;
  /** The type of the name that the words are by themselves; without it they only belong together. */
  readonly type?: LabelledName['type'];
}

/** Most words begin with a basic small letter, for which no pattern has to be asked. */
function isCapital(word: NameToken | undefined): boolean {
  const unit = word?.text.charCodeAt(0) ?? SMALL_A;
  return (unit < SMALL_A || unit > SMALL_Z) && word !== undefined && CAPITAL.test(word.text);
}

/** "Stratford-upon-Avon": a capital, small linking words, a capital, all with hyphens between them. */
function readPlace(words: readonly NameToken[], from: number): Joint | undefined {
  let to = from + 1;
  while (words[to]?.gap === '-' && PLACE_LINKS.has(words[to]?.text ?? '')) to++;
  const isPlace = to > from + 1 && words[to]?.gap === '-' && isCapital(words[to]);
  if (!isPlace) return undefined;
  const written = words.slice(from, to + 1).map(({ text }) => text);
  return { from, to: to + 1, ...(isKnownPlace(written.join('-')) && { type: 'LOC' as const }) };
}

/** "Ban Ki-moon": a surname that goes before such given names, a syllable with a capital and one without. */
function readGiven(words: readonly NameToken[], from: number): Joint | undefined {
  const [surname, first, second] = [words[from], words[from + 1], words[from + 2]];
  if (!surname || !first || !second || first.gap !== ' ' || second.gap !== '-') return undefined;
  const isGiven = isCapital(first) && SMALL.test(second.text) && second.text.length <= MAX_SYLLABLE;
  if (!isGiven || !LEXICON.surnamesFirst.has(surname.text) || LEXICON.compoundEndings.has(second.text)) return undefined;
  const lower = first.text.toLowerCase();
  const isWord = LEXICON.roleFields.has(lower) || (lookUpName(toNameKey(lower)) & NAME_CLASS.ordinary) !== 0;
  const isSyllable = first.text.length <= MAX_SYLLABLE && !isWord;
  return isSyllable ? { from, to: from + 3, type: 'PER' } : undefined;
}

/** "Marks & Spencer": the words on both sides. */
function readPair(words: readonly NameToken[], from: number): Joint | undefined {
  const isPair = words[from + 1]?.gap === AMPERSAND && isCapital(words[from]) && isCapital(words[from + 1]);
  return isPair ? { from, to: from + 2, type: 'ORG' } : undefined;
}

/** The type of a joint whose names are all of type `only`, if they are of one: no pair is a person, and a place that is unsure a place. */
function chooseType(joint: Joint, only: LabelledName['type'] | undefined): LabelledName['type'] {
  if (joint.type === 'PER') return 'PER';
  if (joint.type === 'ORG') return only && only !== 'PER' ? only : 'ORG';
  return only ?? 'LOC';
}

/** One name of a joint and of the names that share words with it; none when no name does and the joint is none by itself. */
function joinNames(joint: Joint, shared: readonly LabelledName[]): LabelledName | undefined {
  const [first] = shared;
  if (!first && (joint.type === undefined || joint.type === 'ORG')) return undefined;
  const types = new Set(shared.map(({ type }) => type));
  const [only] = types.size === 1 ? types : [];
  return {
    from: Math.min(joint.from, ...shared.map(({ from }) => from)),
    to: Math.max(joint.to, ...shared.map(({ to }) => to)),
    type: chooseType(joint, only),
    confidence: shared.length === 0 ? BY_RULE : Math.min(...shared.map(({ confidence }) => confidence)),
  };
}

/** "Stratford-upon-Avon and Stoke-on-Trent" is two names. */
function splitPlaces(
  words: readonly NameToken[],
  places: ReadonlyMap<number, Joint>,
  name: LabelledName,
): readonly LabelledName[] {
  const first = places.get(name.from);
  const second = first && places.get(first.to + 1);
  if (!second || second.to !== name.to || words[first.to]?.text !== 'and') return [name];
  return [first, second].map(({ from, to }) => ({ ...name, from, to }));
}

/** The words that belong together, in order; each begins after the one before. */
function listJoints(words: readonly NameToken[]): readonly Joint[] {
  const joints: Joint[] = [];
  for (let at = 0; at < words.length; at++) {
    if (!isCapital(words[at])) continue;
    const joint = readPlace(words, at) ?? readGiven(words, at) ?? readPair(words, at);
    if (joint) joints.push(joint);
  }
  return joints;
}

/**
 * Names with the words that hyphens and "&" make one: "Aix-en-Provence" is one name, so is "Kim Jong-un", and "Marks & Spencer" is
 * no two persons. `names` are in order and disjoint, and so is the result. Linear.
 */
export function joinWords(words: readonly NameToken[], names: readonly LabelledName[]): readonly LabelledName[] {
  const joints = listJoints(words);
  if (joints.length === 0) return names;
  const joined: LabelledName[] = [];
  let row = 0;
  for (const joint of joints) {
    for (; (names[row]?.to ?? Number.POSITIVE_INFINITY) <= joint.from; row++) joined.push(...names.slice(row, row + 1));
    const shared: LabelledName[] = [];
    const last = joined.at(-1);
    if (last && last.to > joint.from) shared.push(...joined.splice(-1));
    for (; (names[row]?.from ?? Number.POSITIVE_INFINITY) < joint.to; row++) shared.push(...names.slice(row, row + 1));
    const name = joinNames(joint, shared);
    if (name) joined.push(name);
  }
  const places = new Map(joints.filter(({ type }) => type === 'LOC').map((joint) => [joint.from, joint]));
  return [...joined, ...names.slice(row)].flatMap((name) => splitPlaces(words, places, name));
}
