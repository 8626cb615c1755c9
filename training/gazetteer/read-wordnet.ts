import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NameClass } from '../../src/moderation/annotate/entities/name-class.ts';
import type { NameSource } from './name-source.ts';

/** A set of synonyms: its lexicographer's file, words as written, and the offsets of what it is an instance or kind of. */
interface Synset {
  readonly file: number;
  readonly words: readonly string[];
  readonly instanceOf: readonly string[];
  readonly kindOf: readonly string[];
}

/** Classes of ordinary nouns by lexicographer's file; the rest is `otherNoun`. */
const NOUN_CLASS: ReadonlyMap<number, NameClass> = new Map([
  [4, 'actNoun'],
  [6, 'thingNoun'],
  [11, 'actNoun'],
  [14, 'groupNoun'],
  [15, 'placeNoun'],
  [17, 'placeNoun'],
  [18, 'personNoun'],
  [28, 'timeNoun'],
]);
/** Classes of instances (one person, one river) by lexicographer's file. */
const INSTANCE_CLASS: ReadonlyMap<number, NameClass> = new Map([
  [4, 'event'],
  [6, 'facility'],
  [10, 'work'],
  [11, 'event'],
  [14, 'body'],
  [15, 'region'],
  [17, 'nature'],
  [18, 'person'],
  [28, 'event'],
]);
/** Classes of other words with a capital: "Frenchman", "Swahili", "Walkman". */
const CAPITAL_CLASS: ReadonlyMap<number, NameClass> = new Map([
  [6, 'work'],
  [10, 'people'],
  [18, 'people'],
  [28, 'event'],
]);
const PLACE_KINDS: readonly (readonly [words: RegExp, place: NameClass])[] = [
  [/\b(city|port|town|capital|metropolis|municipality)\b/u, 'city'],
  [/\b(country|nation|republic|kingdom|monarchy|sultanate)\b/u, 'country'],
  [/\b(sea|ocean|gulf|bay|strait|island|peninsula|desert|continent|channel|lake|river)\b/u, 'nature'],
  [/\b(university|college)\b/u, 'school'],
];
/** Senses of a noun that are read, most frequent first. */
const SENSES = 2;
/** Numerals, abbreviations and dates ("June 21") are no names. */
const NO_NAME = /^(?:[IVXLCDM]+|[A-Z.]{1,4}|\p{Lu}\p{L}{1,2}\.?|.*_\d+)$/u;

function readSynset(line: string): readonly [offset: string, synset: Synset] {
  const fields = line.split(' ');
  const count = Number.parseInt(fields[3] ?? '0', 16);
  const words = Array.from({ length: count }, (_, at) => (fields[4 + 2 * at] ?? '').replace(/\(\w+\)$/u, ''));
  const pointers = fields.slice(5 + 2 * count, fields.indexOf('|'));
  const target = (sign: string): readonly string[] =>
    pointers.flatMap((field, at) => (field === sign ? [pointers[at + 1] ?? ''] : []));
  return [fields[0] ?? '', { file: Number(fields[1]), words, instanceOf: target('@i'), kindOf: target('@') }];
}

function readData(folder: string, part: string): ReadonlyMap<string, Synset> {
  const lines = readFileSync(join(folder, `dict/data.${part}`), 'utf8').split('\n');
  return new Map(lines.filter((line) => /^\d/u.test(line)).map(readSynset));
}

function instanceClass({ file, instanceOf }: Synset, word: string, synsets: ReadonlyMap<string, Synset>): NameClass | undefined {
  const known = INSTANCE_CLASS.get(file);
  if (known === 'person') return word.includes('_') ? 'person' : 'surname';
  if (file !== 15 && file !== 14 && file !== 6) return known;
  const kinds = instanceOf
    .flatMap((offset) => synsets.get(offset)?.words ?? [])
    .join(' ')
    .replaceAll('_', ' ');
  return PLACE_KINDS.find(([words]) => words.test(kinds))?.[1] ?? known;
}

function readNames(synsets: ReadonlyMap<string, Synset>): readonly NameSource[] {
  return [...synsets.values()].flatMap((synset) => {
    const named = synset.words.filter(
      (word) => /^\p{Lu}/u.test(word) && (synset.instanceOf.length > 0 ? !/_\d+$/u.test(word) : !NO_NAME.test(word)),
    );
    return named.flatMap((word) => {
      const isInstance = synset.instanceOf.length > 0;
      const known = isInstance ? instanceClass(synset, word, synsets) : CAPITAL_CLASS.get(synset.file);
      return known ? [{ classes: [known], names: [word.replaceAll('_', ' ')] }] : [];
    });
  });
}

/** The last word of a person's name is a surname. */
function surnamesOf(sources: readonly NameSource[]): NameSource {
  const whole = sources.filter(({ classes }) => classes.includes('person')).flatMap(({ names }) => names);
  const last = whole.flatMap((name) => /^\p{Lu}\S* (?:\S+ )*(\p{Lu}\p{Ll}[\p{L}'-]+)$/u.exec(name)?.[1] ?? []);
  return { classes: ['surname'], names: [...new Set(last)] };
}

/** Names of persons, places, organisations, events and works in WordNet, and words made of them ("Kenyan"). */
export function readWordnetNames(folder: string): readonly NameSource[] {
  const nouns = readNames(readData(folder, 'noun'));
  const adjectives = [...readData(folder, 'adj').values()]
    .flatMap(({ words }) => words)
    .filter((word) => /^\p{Lu}\p{Ll}+$/u.test(word));
  return [...nouns, surnamesOf(nouns), { classes: ['people'], names: adjectives }];
}

function readIndex(folder: string, part: string): readonly (readonly [word: string, offsets: readonly string[]])[] {
  const lines = readFileSync(join(folder, `dict/index.${part}`), 'utf8').split('\n');
  return lines
    .filter((line) => /^[a-z]+ /u.test(line))
    .map((line) => [line.split(' ')[0] ?? '', line.match(/\b\d{8}\b/gu) ?? []]);
}

/** Classes of single words without a capital: nouns by their two most frequent senses, verbs, adjectives and adverbs. */
export function readWordClasses(folder: string): ReadonlyMap<string, ReadonlySet<NameClass>> {
  const classes = new Map<string, Set<NameClass>>();
  const add = (word: string, known: NameClass): void => {
    classes.set(word, (classes.get(word) ?? new Set()).add(known));
  };
  const nouns = readData(folder, 'noun');
  for (const [word, offsets] of readIndex(folder, 'noun')) {
    for (const offset of offsets.slice(0, SENSES)) {
      const synset = nouns.get(offset);
      if (synset?.words.includes(word)) add(word, NOUN_CLASS.get(synset.file) ?? 'otherNoun');
    }
  }
  for (const [word] of readIndex(folder, 'verb')) add(word, 'verb');
  const adjectives = readData(folder, 'adj');
  for (const [word, offsets] of readIndex(folder, 'adj'))
    if (offsets.some((offset) => adjectives.get(offset)?.words.includes(word))) add(word, 'modifier');
  for (const [word] of readIndex(folder, 'adv')) add(word, 'modifier');
  return classes;
}
