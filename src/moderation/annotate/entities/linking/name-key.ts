import type { EntityType } from '../../../model/annotation.ts';
import { readName } from './read-name.ts';
import { VARIANT_WORDS } from './variant-words.ts';

/** Marks a firm whose name is one word beside its legal form, so that it is not yet the same as the word alone. */
const FIRM = '+';

/** The words of a name without "of", "the" and the like; all of them when nothing else is left. */
export function contentWords(words: readonly string[]): readonly string[] {
  if (words.length < 3) return words;
  const content = words.filter((word) => !VARIANT_WORDS.linkWords.has(word));
  return content.length > 1 ? content : words;
}

/** "Defence Ministry" in the order of "Ministry of Defence". */
function turnHead(words: readonly string[]): readonly string[] {
  const last = words.at(-1) ?? '';
  return words.length > 1 && VARIANT_WORDS.turnedHeads.has(last) ? [last, ...words.slice(0, -1)] : words;
}

function trimLegal(words: readonly string[]): readonly string[] {
  let end = words.length;
  while (end > 1 && VARIANT_WORDS.legalSuffixes.has(words[end - 1] ?? '')) end--;
  return words.slice(0, end);
}

const join = (words: readonly string[]): string => contentWords(words).join('');

type SameNames = ReadonlyMap<string, readonly string[]>;

/** The words of the first of several names by the keys of the others. */
function indexSame(lists: readonly (readonly string[])[]): SameNames {
  return new Map(
    lists.flatMap((names) => {
      const [first = [], ...others] = names.map((name) => readName(name, 'LOC').words);
      return others.map((words) => [join(words), first] as const);
    }),
  );
}

const SAME = indexSame(VARIANT_WORDS.sameNames);
const SAME_PLACES = indexSame([...VARIANT_WORDS.sameNames, ...VARIANT_WORDS.samePlaces]);

/** Longest word that is spelled out only where it is set in capitals: "US", and not "Us". */
const MAX_ACRONYM = 4;

/** A name that everybody knows by several forms in its first form; at the beginning of a longer name, its acronym: "US Congress". */
export function spellOut(words: readonly string[], type: EntityType, isShortened: boolean): readonly string[] {
  const [first = '', ...others] = words;
  const isDoubtful = first.length <= MAX_ACRONYM && !isShortened && others.length === 0;
  if (type === 'PER' || isDoubtful) return words;
  const whole = (type === 'LOC' ? SAME_PLACES : SAME).get(join(words));
  if (whole) return whole;
  const known = isShortened && others.length > 0 && first.length <= MAX_ACRONYM ? SAME.get(first) : undefined;
  return known ? [...known, ...others] : words;
}

/** Key under which all spellings of one form of a name are the same: without blanks, link words and a legal form. */
export function nameKey(words: readonly string[], type: EntityType): string {
  if (type === 'PER') return words.join('');
  const trimmed = trimLegal(words);
  const key = turnHead(contentWords(trimmed)).join('');
  return trimmed.length === 1 && words.length > 1 ? key + FIRM : key;
}
