import { NAME_CLASS } from '../../src/moderation/annotate/entities/name-class.ts';
import { toNameKey } from '../../src/moderation/annotate/entities/name-key.ts';
import type { NameSource } from './name-source.ts';

/** Words of the longest name that is kept. */
const MAX_WORDS = 7;

const FOLDED: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ð: 'd' };

const foldMarks = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøđıßæœþð]/giu, (letter) => FOLDED[letter.toLowerCase()] ?? letter);

const dotted = (name: string): string => name.replace(/(?<![\p{L}'&])\p{Lu}{2,3}(?![\p{L}'&])/gu, (word) => [...word].join('.'));

/** The ways in which a name is written: with and without marks, hyphens, "&" and the full stops of an abbreviation. */
function variantsOf(name: string): readonly string[] {
  const forms = [name, foldMarks(name)];
  if (/\p{Lu}{2}/u.test(name)) forms.push(dotted(name));
  const spaced = forms.flatMap((form) => [form, form.replaceAll('-', ' '), form.replaceAll(' & ', ' and ')]);
  const keys = spaced.map(toNameKey).filter((key) => key.length > 1 || key === 'a');
  return [...new Set(keys)].filter((key) => key.split(' ').length <= MAX_WORDS);
}

const maskOf = ({ classes }: NameSource): number => classes.reduce((mask, each) => mask | NAME_CLASS[each], 0);

/** Classes of a word that keep a long list from calling it a name of a person, or of a town. */
const NO_PERSON =
  NAME_CLASS.ordinary |
  NAME_CLASS.country |
  NAME_CLASS.region |
  NAME_CLASS.city |
  NAME_CLASS.people |
  NAME_CLASS.calendar |
  NAME_CLASS.body;
const NO_TOWN = NAME_CLASS.country | NAME_CLASS.region | NAME_CLASS.city | NAME_CLASS.calendar;
const NO_REGION = NO_TOWN | NAME_CLASS.nature | NAME_CLASS.facility;
function barringClasses(mask: number): number {
  if (mask & NAME_CLASS.region) return NO_REGION;
  return mask & NAME_CLASS.town ? NO_TOWN : NO_PERSON;
}

/** What a month or a day may be besides. */
const OF_CALENDAR =
  NAME_CLASS.calendar | NAME_CLASS.given | NAME_CLASS.ordinary | NAME_CLASS.begins | NAME_CLASS.timeNoun | NAME_CLASS.verb;

function addSource(masks: Map<string, number>, source: NameSource): void {
  const mask = maskOf(source);
  for (const key of source.names.flatMap(variantsOf)) {
    const known = masks.get(key) ?? 0;
    const words = key.split(' ');
    const isBarred = source.weak && (known & mask) === 0 && (known & barringClasses(mask)) !== 0;
    if (isBarred) continue;
    masks.set(key, known | mask);
    for (let count = 1; count < words.length; count++) {
      const head = words.slice(0, count).join(' ');
      masks.set(head, (masks.get(head) ?? 0) | NAME_CLASS.begins);
    }
  }
}

/**
 * Masks by key of all names, and of the beginnings of names of several words. A weak source is a long list that was not chosen for
 * news: it does not make a person's name of a word that the others know as an ordinary word or as a place.
 */
export function collectNames(sources: readonly NameSource[]): ReadonlyMap<string, number> {
  const masks = new Map<string, number>();
  for (const source of sources) if (!source.weak) addSource(masks, source);
  for (const source of sources) if (source.weak) addSource(masks, source);
  for (const [key, mask] of masks) if (mask & NAME_CLASS.calendar) masks.set(key, mask & OF_CALENDAR);
  return masks;
}
