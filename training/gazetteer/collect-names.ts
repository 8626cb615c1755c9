import { NAME_CLASS } from '../../src/moderation/annotate/entities/name-class.ts';
import { toNameKey } from '../../src/moderation/annotate/entities/name-key.ts';
import type { NameSource } from './name-source.ts';

/** Words of the longest name that is kept. */
const MAX_WORDS = 7;

const foldMarks = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łŁøØđĐıßæÆœŒþÞðÐ]/gu, (letter) => FOLDED[letter] ?? letter);
const FOLDED: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  Æ: 'Ae',
  œ: 'oe',
  Œ: 'Oe',
  þ: 'th',
  Þ: 'Th',
  ð: 'd',
  Ð: 'D',
};

const dotted = (name: string): string => name.replace(/(?<![\p{L}'&])\p{Lu}{2,3}(?![\p{L}'&])/gu, (word) => [...word].join('.'));

/** The ways in which a name is written: with and without marks, hyphens, "&" and the full stops of an abbreviation. */
function variantsOf(name: string): readonly string[] {
  const forms = [name, foldMarks(name)];
  if (/\p{Lu}{2}/u.test(name)) forms.push(dotted(name));
  const spaced = forms.flatMap((form) => [form, form.replaceAll('-', ' '), form.replaceAll(' & ', ' and ')]);
  return [...new Set(spaced.map(toNameKey))];
}

/** Masks by key of all names, and of the beginnings of names of several words. */
export function collectNames(sources: readonly NameSource[]): ReadonlyMap<string, number> {
  const masks = new Map<string, number>();
  const add = (key: string, mask: number): void => {
    masks.set(key, (masks.get(key) ?? 0) | mask);
  };
  for (const { classes, names } of sources) {
    const mask = classes.reduce((all, each) => all | NAME_CLASS[each], 0);
    for (const key of names.flatMap(variantsOf)) {
      const words = key.split(' ');
      if ((key.length < 2 && key !== 'a') || words.length > MAX_WORDS) continue;
      add(key, mask);
      for (let count = 1; count < words.length; count++) add(words.slice(0, count).join(' '), NAME_CLASS.begins);
    }
  }
  return masks;
}
