import type { RandomSource } from '../token-model/random-source.ts';
import { inventGiven, inventSurname, inventSyllable } from './invent-name.ts';
import { NAME_POOL, type PersonPool } from './name-pool.ts';

/** A person in a sentence: the whole name and the part by which news names them again. */
export interface Person {
  readonly full: string;
  readonly last: string;
  readonly given: string;
}

const INVENTED = 0.45;
const LETTERS = [...'ABCDEFGHIJKLMNOPRSTVWYZ'];

function westernForm(random: RandomSource, given: string, last: string): Person {
  const chance = random.next();
  if (chance < 0.06) return { full: `${given} ${random.pick(LETTERS)}. ${last}`, last, given };
  if (chance < 0.1) return { full: `${random.pick(LETTERS)}.${random.pick(LETTERS)}. ${last}`, last, given };
  if (chance < 0.12) return { full: `${given} ${last}${random.pick([' Jr.', ' Jr', ' III', ' Sr.'])}`, last, given };
  return { full: `${given} ${last}`, last, given };
}

function particleForm(random: RandomSource, given: string, last: string): Person {
  const particle = random.pick([
    'van',
    'van der',
    'van den',
    'de',
    'de la',
    'del',
    'da',
    'dos',
    'di',
    'von',
    'von der',
    'bin',
    'ibn',
    'ben',
    'ter',
    'zu',
  ]);
  return { full: `${given} ${particle} ${last}`, last: random.next() < 0.7 ? `${particle} ${last}` : last, given };
}

function easternForm(random: RandomSource): Person {
  const surname = random.next() < 0.6 ? random.pick(NAME_POOL.people.asian.surnames) : inventSyllable(random);
  const [one, two] = [inventSyllable(random), inventSyllable(random).toLowerCase()];
  const given = random.pick([`${one}-${two}`, `${one}${two}`, one, `${one} ${inventSyllable(random)}`]);
  return { full: `${surname} ${given}`, last: surname, given };
}

function arabicForm(random: RandomSource, given: string, last: string): Person {
  const article = random.pick(['al-', 'el-', 'Al-', 'al ', 'bin ', 'El ']);
  const second = random.next() < 0.3 ? ` ${random.pick(NAME_POOL.people.african.given)}` : '';
  const family = `${article}${last.replace(/^(?:al|el|Al|El|bin|Bin)[- ]/u, '')}`;
  return { full: `${given}${second} ${family}`, last: family, given };
}

function pairNames(random: RandomSource): readonly [given: string, last: string] {
  const pool: PersonPool = random.pick(Object.values(NAME_POOL.people));
  const given = random.next() < INVENTED ? inventGiven(random) : random.pick(pool.given);
  return [given, random.next() < INVENTED ? inventSurname(random) : random.pick(pool.surnames)];
}

/** A person whose name has a form of some part of the world; given name and surname are each real or invented. */
export function makePerson(random: RandomSource): Person {
  const chance = random.next();
  if (chance < 0.1) return easternForm(random);
  const [given, last] = pairNames(random);
  if (chance < 0.16) return arabicForm(random, given, last);
  if (chance < 0.21) return particleForm(random, given, last);
  if (chance < 0.25) return { full: `${given} ${last}-${inventSurname(random)}`, last, given };
  if (chance < 0.3) return { full: `${given} ${pairNames(random)[0]} ${last}`, last, given };
  if (chance < 0.33) return { full: `${given} ${last} ${inventSurname(random)}`, last, given };
  if (chance < 0.36) return { full: given, last: given, given };
  return westernForm(random, given, last);
}
