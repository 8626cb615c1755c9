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
/** Share of surnames that are ordinary words, so that a capital after a title or a given name weighs more than the word. */
const ORDINARY = 0.05;
const WORD_SURNAMES =
  'Bacon;Baker;Banks;Barber;Bell;Bird;Bishop;Black;Bond;Booth;Bowman;Brook;Brown;Bull;Burns;Bush;Butcher;Butler;Cannon;Carpenter;Carter;Case;Cash;Chance;Church;Close;Cole;Cook;Cooper;Cotton;Cross;Crow;Day;Dean;Drew;Early;Farmer;Field;Fields;Fisher;Flowers;Ford;Foreman;Forest;Fox;Frank;Freeman;Frost;Gardener;Glass;Gold;Good;Gore;Grant;Gray;Green;Grove;Hale;Hall;Hand;Harper;Head;Hill;Holder;Holly;Holt;Hook;Hope;House;Hunt;Hunter;Joy;Judge;Key;King;Knight;Lamb;Lane;Law;Light;Little;Long;Love;Major;Marsh;Mason;May;Miller;Moody;Moon;Moore;Money;Noble;North;Page;Painter;Park;Parks;Peace;Penny;Piper;Pitt;Place;Pond;Pope;Porter;Post;Potter;Pound;Powers;Price;Prince;Queen;Rich;Rice;Rivers;Rock;Root;Rose;Rush;Sage;Savage;Self;Sharp;Shepherd;Short;Singer;Small;Snow;South;Speaker;Spring;Steel;Stone;Strange;Street;Strong;Summers;Swan;Swift;Taylor;Temple;Trump;Turner;Underwood;Walker;Wall;Ward;Waters;Weaver;Webb;Wells;West;White;Will;Wise;Wolf;Wood;Woods;Wright;Young'.split(
    ';',
  );
const LETTERS = [...'ABCDEFGHIJKLMNOPRSTVWYZ'];

/** Initials with full stops, with or without blanks between them, and a blank after them. */
function makeInitials(random: RandomSource, least: number, most: number): string {
  const letters = Array.from({ length: random.between(least, most) }, () => `${random.pick(LETTERS)}.`);
  return `${letters.join(random.next() < 0.7 ? ' ' : '')} `;
}

function westernForm(random: RandomSource, given: string, last: string): Person {
  const chance = random.next();
  if (chance < 0.06) return { full: `${given} ${random.pick(LETTERS)}. ${last}`, last, given };
  if (chance < 0.1) return { full: `${random.pick(LETTERS)}.${random.pick(LETTERS)}. ${last}`, last, given };
  if (chance < 0.12) return { full: `${given} ${last}${random.pick([' Jr.', ' Jr', ' III', ' Sr.'])}`, last, given };
  if (chance < 0.13) return { full: makeInitials(random, 2, 3) + last, last, given };
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
  if (random.next() < ORDINARY) return [given, random.pick(WORD_SURNAMES)];
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

/** A person whose surname is an ordinary word. */
export function makeWordPerson(random: RandomSource): Person {
  const last = random.pick(WORD_SURNAMES);
  const [given] = pairNames(random);
  return { full: `${given} ${last}`, last, given };
}

/** A whole name with its suffix after a comma. */
export function makeJunior(random: RandomSource): string {
  const [given, last] = pairNames(random);
  const middle = random.next() < 0.4 ? ` ${random.pick([...LETTERS.map((letter) => `${letter}.`), inventSurname(random)])}` : '';
  return `${given}${middle} ${last}, ${random.pick(['Jr.', 'Jr.', 'Sr.', 'Jr'])}`;
}

/** A surname after two initials or more. */
export const makeDottedPerson = (random: RandomSource): string => makeInitials(random, 2, 3) + pairNames(random)[1];

/** A name of the Gulf with its father's name and its house. */
export function makeGulfPerson(random: RandomSource): string {
  const { given, surnames } = NAME_POOL.people.african;
  const house = random.next() < 0.5 ? inventSurname(random) : random.pick(surnames).replace(/^(?:al|el)[- ]/iu, '');
  const first = `${random.pick(given)}${random.pick(['', '', ` ${random.pick(given)}`])}`;
  return `${first} bin ${random.pick(given)}${random.pick(['', ` bin ${random.pick(given)}`])} ${random.pick(['Al ', 'al-', 'Al-', 'al ', 'Al '])}${house}`;
}
