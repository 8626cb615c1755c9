import type { EntityType } from '../../../model/annotation.ts';
import type { NameForm } from './name-form.ts';
import { contentWords, nameKey } from './name-key.ts';
import { readSuffix } from './read-suffix.ts';
import { trimByname } from './trim-byname.ts';
import { trimEnd } from './trim-end.ts';
import { VARIANT_WORDS } from './variant-words.ts';

/** How a short name comes from a full one; the first that fits is believed. */
export const SHORT_KINDS = [
  'firm',
  'turned',
  'place',
  'island',
  'plain',
  'surname',
  'tail',
  'head',
  'team',
  'given',
  'middle',
  'generic',
] as const;
export type ShortKind = (typeof SHORT_KINDS)[number];

/** What a form that is called so is likely to be; keys of persons and of other names differ. */
const KEY_TYPES: Readonly<Record<ShortKind, EntityType>> = {
  firm: 'ORG',
  turned: 'PER',
  place: 'LOC',
  island: 'LOC',
  plain: 'PER',
  surname: 'PER',
  tail: 'ORG',
  head: 'ORG',
  team: 'ORG',
  given: 'PER',
  middle: 'PER',
  generic: 'ORG',
};

interface ShortName {
  readonly key: string;
  readonly kind: ShortKind;
}

const MIN_PLURAL = 4;
const { legalSuffixes, softSuffixes, placeSuffixes, placePrefixes, kindPrefixes, linkWords, particles, genericHeads } =
  VARIANT_WORDS;

function toShort(kind: ShortKind, words: readonly string[], full: readonly string[]): readonly ShortName[] {
  return words.length > 0 && words.length < full.length ? [{ kind, key: nameKey(words, KEY_TYPES[kind]) }] : [];
}

const isLink = (word: string | undefined): boolean => linkWords.has(word ?? '');

/** The ends of a name that may stand for it: "Red Sox" of "Merrow Red Sox", and not the "Inland Waters" of a ministry. */
function listTails(words: readonly string[]): readonly ShortName[] {
  return words.flatMap((word, at) => {
    const isPart = at === 0 || isLink(word) || isLink(words[at - 1]);
    const tail = contentWords(words.slice(at));
    return isPart || tail.length < 2 ? [] : toShort('tail', tail, words);
  });
}

/** The surname and a "Jr.": "Quill Jr." of "Ada Quill Jr."; not for kings, whose last name is no surname. */
function listNumberedSurnames(words: readonly string[], surnames: readonly (readonly string[])[]): readonly ShortName[] {
  const suffix = readSuffix(words);
  return suffix === '' ? [] : surnames.flatMap((surname) => toShort('surname', [...surname, suffix], words));
}

function shortenPerson({ words, reigns }: NameForm): readonly ShortName[] {
  const plain = trimByname(words);
  const surnames = plain.slice(1).map((_, at) => plain.slice(at + 1));
  const given = plain.slice(0, -1).filter((word) => word.length > 1 && !particles.has(word));
  return [
    ...(plain.length === 2 ? [{ kind: 'turned' as const, key: plain.toReversed().join('') }] : []),
    ...toShort(readSuffix(words) === '' ? 'surname' : 'plain', plain, words),
    ...surnames.flatMap((surname) => toShort('surname', surname, words)),
    ...(reigns.size > 0 ? [] : listNumberedSurnames(words, surnames)),
    ...given.flatMap((word, at) => toShort(at === 0 ? 'given' : 'middle', [word], words)),
  ];
}

function shortenPlace(words: readonly string[], beforeComma: number): readonly ShortName[] {
  const prefix = placePrefixes.find((phrase) => phrase.every((word, at) => words[at] === word));
  const bare = trimEnd(words, (word) => placeSuffixes.has(word));
  const isMany = bare.length < words.length && words.at(-1)?.endsWith('s');
  return [
    ...toShort('place', words.slice(0, beforeComma), words),
    ...toShort('island', bare, words),
    ...(isMany ? toShort('island', [`${bare.join('')}s`], words) : []),
    ...(prefix ? toShort('place', words.slice(prefix.length), words) : []),
    ...abbreviate(contentWords(words)),
  ];
}

function shortenOther(words: readonly string[]): readonly ShortName[] {
  const content = contentWords(words);
  const [first = '', last = ''] = [content[0], content.at(-1)];
  const firm = trimEnd(words, (word) => legalSuffixes.has(word));
  const head = trimEnd(firm, (word) => softSuffixes.has(word));
  return [
    ...toShort('firm', firm, words),
    ...toShort('head', head, words),
    ...(kindPrefixes.has(words[0] ?? '') ? toShort('head', words.slice(1), words) : []),
    ...listTails(words),
    ...abbreviate(content),
    ...(last.length >= MIN_PLURAL && last.endsWith('s') ? toShort('team', [last], content) : []),
    ...[first, last].flatMap((word) => (genericHeads.has(word) ? toShort('generic', [word], content) : [])),
  ];
}

/** "GW Bridge" for "George Washington Bridge": the first words by their letters, from two of them on. */
function abbreviate(content: readonly string[]): readonly ShortName[] {
  return content.slice(2).map((_, at) => {
    const letters = content
      .slice(0, at + 2)
      .map((word) => word.slice(0, 1))
      .join('');
    return { kind: 'tail', key: nameKey([letters, ...content.slice(at + 2)], 'ORG') };
  });
}

/** The short names by which the bearer of a name of several words may be called. Their number grows with that of the words. */
export function listShortNames(form: NameForm): readonly ShortName[] {
  const { words, type, beforeComma } = form;
  if (words.length < 2) return [];
  if (type === 'PER') return shortenPerson(form);
  return type === 'LOC' ? shortenPlace(words, beforeComma) : shortenOther(words);
}
