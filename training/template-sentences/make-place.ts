import type { RandomSource } from '../token-model/random-source.ts';
import { inventPlace, inventSurname } from './invent-name.ts';
import { makeNation } from './make-nation.ts';
import { NAME_POOL } from './name-pool.ts';

type Maker = (random: RandomSource) => string;

const ROADS = [
  'Street',
  'Road',
  'Avenue',
  'Square',
  'Lane',
  'Bridge',
  'Stadium',
  'Park',
  'Airport',
  'Prison',
  'Hospital',
  'Hall',
  'Arena',
  'Highway',
  'Tower',
  'Castle',
  'Cathedral',
];
const WATERS = [
  'River',
  'Lake',
  'Bay',
  'Mountains',
  'Valley',
  'Island',
  'Islands',
  'Desert',
  'Peninsula',
  'Strait',
  'Hills',
  'Forest',
  'Canyon',
  'Reef',
  'Delta',
];

/** A city, real or invented. */
export const makeCity: Maker = (random) => (random.next() < 0.5 ? random.pick(NAME_POOL.cities) : inventPlace(random));
/** A province or the like. */
export const makeRegion: Maker = (random) =>
  random.next() < 0.6
    ? random.pick(NAME_POOL.regions)
    : `${inventPlace(random)}${random.pick(['', ' Province', ' County', ' State', ' Valley', '', ' Region'])}`;
/** A river, sea or mountain. */
export const makeNature: Maker = (random) =>
  random.next() < 0.5
    ? random.pick(NAME_POOL.nature)
    : random.pick([
        `${inventPlace(random)} ${random.pick(WATERS)}`,
        `Lake ${inventPlace(random)}`,
        `Mount ${inventPlace(random)}`,
        `Gulf of ${inventPlace(random)}`,
      ]);
/** A building, road or stadium. */
export const makeFacility: Maker = (random) =>
  random.next() < 0.35
    ? random.pick(NAME_POOL.facilities)
    : `${random.next() < 0.5 ? inventPlace(random) : inventSurname(random)} ${random.pick(ROADS)}`;
/** A place of any kind but those of nature. */
export const makePlace: Maker = (random) =>
  random.pick([makeCity, makeCity, makeRegion, (source: RandomSource) => makeNation(source).country])(random);
