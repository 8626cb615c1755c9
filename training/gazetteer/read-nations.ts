import { readFileSync } from 'node:fs';
import type { NameSource } from './name-source.ts';

/** A country with what news calls its people and money. */
export interface Nation {
  readonly country: string;
  readonly capital: string;
  readonly adjective: string;
  readonly people: string;
  readonly currency: string;
}

/** The table `nations.txt`; throws on a line that has not five fields. */
export function readNations(): readonly Nation[] {
  const lines = readFileSync(new URL('nations.txt', import.meta.url), 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [country, capital, adjective, people, currency] = line.split(';').map((field) => field.trim());
      if (!country || !capital || !adjective || !people || !currency) throw new Error(`nations.txt: ${line}`);
      return { country, capital, adjective, people, currency };
    });
}

/** Names of the table by class. A country's name is no demonym even where it stands as an adjective. */
export function readNationNames(): readonly NameSource[] {
  const nations = readNations();
  const adjectives = nations.filter(({ country, adjective }) => adjective !== country).map(({ adjective }) => adjective);
  return [
    { classes: ['country'], names: nations.map(({ country }) => country) },
    { classes: ['city'], names: nations.map(({ capital }) => capital) },
    { classes: ['people'], names: [...adjectives, ...nations.map(({ people }) => people)] },
  ];
}
