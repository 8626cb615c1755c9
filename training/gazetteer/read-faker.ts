import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { NameSource } from './name-source.ts';

const LATIN_NAME = /^[\p{Script=Latin}\p{M}'’ -]{2,30}$/u;

function collectStrings(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') into.add(value);
  else if (Array.isArray(value)) for (const item of value) collectStrings(item, into);
  else if (value !== null && typeof value === 'object') for (const item of Object.values(value)) collectStrings(item, into);
}

/** Given names and surnames in Latin letters of all locales of @faker-js/faker. */
export async function readFaker(folder: string): Promise<readonly NameSource[]> {
  const { allLocales } = await import(pathToFileURL(join(folder, 'dist/index.js')).href);
  const [given, surnames] = [new Set<string>(), new Set<string>()];
  for (const locale of Object.keys(allLocales)) {
    const person = allLocales[locale].person ?? {};
    collectStrings(person.first_name, given);
    collectStrings(person.last_name, surnames);
  }
  const latin = (names: Set<string>): readonly string[] => [...names].filter((name) => LATIN_NAME.test(name));
  return [
    { classes: ['given'], names: latin(given), weak: true },
    { classes: ['surname'], names: latin(surnames), weak: true },
  ];
}
