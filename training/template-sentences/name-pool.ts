import type { NameClass } from '../../src/moderation/annotate/entities/name-class.ts';
import { readLists } from '../gazetteer/read-lists.ts';
import { readNations } from '../gazetteer/read-nations.ts';

const LISTS = readLists();

const ofClass = (known: NameClass, file?: string): readonly string[] => [
  ...new Set(
    LISTS.filter((list) => list.classes.includes(known) && (!file || list.file.startsWith(file))).flatMap(({ names }) => names),
  ),
];

/** Given names and surnames that go together. */
export interface PersonPool {
  readonly given: readonly string[];
  readonly surnames: readonly string[];
}

const people = (file: string): PersonPool => ({ given: ofClass('given', file), surnames: ofClass('surname', file) });
const isAcronym = (name: string): boolean => /^[A-Z]{2,6}$/u.test(name);

/** Real names for sentences, from the lists that we wrote for the gazetteer. */
export const NAME_POOL = {
  nations: readNations(),
  people: {
    western: people('persons-western'),
    slavic: people('persons-slavic'),
    latin: people('persons-latin'),
    asian: people('persons-asian'),
    african: people('persons-african-arabic'),
  },
  cities: ofClass('city', 'places'),
  regions: ofClass('region', 'places').filter((name) => !/\.$|^[A-Z]{2}$/u.test(name)),
  nature: ofClass('nature', 'places'),
  facilities: ofClass('facility', 'places'),
  bodies: ofClass('body').filter((name) => !isAcronym(name)),
  acronyms: ofClass('body').filter(isAcronym),
  companies: ofClass('company'),
  media: ofClass('media').filter((name) => name.length > 3),
  clubs: ofClass('club'),
  schools: ofClass('school'),
  events: ofClass('event'),
  works: ofClass('work'),
} as const;
