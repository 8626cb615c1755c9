import type { NameForm } from './name-form.ts';
import { contentWords } from './name-key.ts';
import { VARIANT_WORDS } from './variant-words.ts';

/** How a short name comes from a full one; the first that fits is believed. */
export const SHORT_KINDS = ['firm', 'place', 'surname', 'tail', 'head', 'team', 'given', 'middle', 'generic'] as const;
export type ShortKind = (typeof SHORT_KINDS)[number];

interface ShortName {
  readonly key: string;
  readonly kind: ShortKind;
}

const MIN_PLURAL = 4;
const { legalSuffixes, softSuffixes, nameSuffixes, placeSuffixes, placePrefixes, particles, genericHeads } = VARIANT_WORDS;

function trimEnd(words: readonly string[], isSurplus: (word: string) => boolean): readonly string[] {
  let end = words.length;
  while (end > 1 && isSurplus(words[end - 1] ?? '')) end--;
  return words.slice(0, end);
}

function toShort(kind: ShortKind, words: readonly string[], full: readonly string[]): readonly ShortName[] {
  return words.length > 0 && words.length < full.length ? [{ kind, key: words.join('') }] : [];
}

function listTails(kind: ShortKind, words: readonly string[], least: number): readonly ShortName[] {
  return words.flatMap((_, at) => (at > 0 && words.length - at >= least ? toShort(kind, words.slice(at), words) : []));
}

function shortenPerson(words: readonly string[]): readonly ShortName[] {
  const plain = trimEnd(words, (word) => nameSuffixes.has(word));
  const given = plain.slice(0, -1).filter((word) => word.length > 1 && !particles.has(word));
  return [
    ...toShort('surname', plain, words),
    ...(plain.length > 1 ? listTails('surname', plain, 1) : []),
    ...given.flatMap((word, at) => toShort(at === 0 ? 'given' : 'middle', [word], words)),
    ...(plain.length > 2 ? toShort('given', plain.slice(0, 2), words) : []),
  ];
}

function shortenPlace(words: readonly string[], beforeComma: number): readonly ShortName[] {
  const prefix = placePrefixes.find((phrase) => phrase.every((word, at) => words[at] === word));
  return [
    ...toShort('place', words.slice(0, beforeComma), words),
    ...toShort(
      'place',
      trimEnd(words, (word) => placeSuffixes.has(word)),
      words,
    ),
    ...(prefix ? toShort('place', words.slice(prefix.length), words) : []),
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
    ...listTails('tail', content, 2),
    ...(last.length >= MIN_PLURAL && last.endsWith('s') ? toShort('team', [last], content) : []),
    ...[first, last].flatMap((word) => (genericHeads.has(word) ? toShort('generic', [word], content) : [])),
  ];
}

/** The short names by which the bearer of a name of several words may be called. Their number grows with that of the words. */
export function listShortNames({ words, type, beforeComma }: NameForm): readonly ShortName[] {
  if (words.length < 2) return [];
  if (type === 'PER') return shortenPerson(words);
  return type === 'LOC' ? shortenPlace(words, beforeComma) : shortenOther(words);
}
