import type { EntityType } from '../../src/moderation/model/annotation.ts';
import type { Nation } from '../gazetteer/read-nations.ts';
import type { RandomSource } from '../token-model/random-source.ts';
import type { FillSlot } from './expand-template.ts';
import { inventSurname } from './invent-name.ts';
import { makeClub, makeTeam, makeTownTeam } from './make-club.ts';
import { makeNation } from './make-nation.ts';
import {
  makeArmedGroup,
  makeBank,
  makeBody,
  makeCompany,
  makeJointCommission,
  makeJointMinistry,
  makeMedia,
  makeMinistry,
  makeParty,
  makePeopleFirm,
  makePurposeBody,
  makeSchool,
  makeShop,
  type Organisation,
} from './make-organisation.ts';
import {
  makeCup,
  makeDisease,
  makeEvent,
  makeFestival,
  makeHappening,
  makeHoliday,
  makeIndex,
  makeLaw,
  makePeople,
  makePrize,
  makeProduct,
  makeStorm,
  makeWork,
} from './make-other-name.ts';
import { makeDottedPerson, makeGulfPerson, makeJunior, makePerson, makeWordPerson, type Person } from './make-person.ts';
import { makeCity, makeFacility, makeNature, makePlace, makeRegion } from './make-place.ts';
import { VALUE_MAKERS } from './make-value.ts';
import type { Piece } from './piece.ts';

/** Things of one sentence by family and number, so that a number means the same thing wherever it stands. */
type Memory = Map<string, unknown>;
type Maker = (random: RandomSource) => string;

const LETTERS = [...'ABCDEFGHIJKLMNOPRSTVWYZ'];
/** Slots without a name. */
const PLAIN_SLOTS: Readonly<Record<string, Maker>> = {
  handle: (random) =>
    inventSurname(random)
      .toLowerCase()
      .replace(/[^a-z]/gu, ''),
  tag: (random) => random.pick(['fail', 'news', 'win', 'nowplaying', 'ff', 'tbt', 'love', 'breaking']),
  acr: (random) => Array.from({ length: random.between(2, 4) }, () => random.pick(LETTERS)).join(''),
  he: (random) => random.pick(['he', 'she']),
  He: (random) => random.pick(['He', 'She']),
  his: (random) => random.pick(['his', 'her']),
  ...VALUE_MAKERS,
};
/** Slots that need no memory: their type and what makes them. */
const SIMPLE: Readonly<Record<string, readonly [type: EntityType, make: Maker]>> = {
  city: ['LOC', makeCity],
  CITY: ['LOC', (random) => makeCity(random).toUpperCase()],
  region: ['LOC', makeRegion],
  nature: ['LOC', makeNature],
  facility: ['LOC', makeFacility],
  place: ['LOC', makePlace],
  ministry: ['ORG', makeMinistry],
  club: ['ORG', makeClub],
  school: ['ORG', makeSchool],
  media: ['ORG', makeMedia],
  bank: ['ORG', makeBank],
  agency: [
    'ORG',
    (random) =>
      random.pick([
        'Reuters',
        'AP',
        'AFP',
        'Xinhua',
        'TASS',
        'Interfax',
        'DPA',
        'ANSA',
        'EFE',
        'Kyodo',
        'PTI',
        'UPI',
        'Itar-Tass',
        'Anadolu',
        'MENA',
        'Associated Press',
        'Agence France-Presse',
        'Press Association',
      ]),
  ],
  firm: ['ORG', (random) => makeCompany(random).full],
  cup: ['MISC', makeCup],
  feast: ['MISC', makeEvent],
  happening: ['MISC', makeHappening],
  work: ['MISC', makeWork],
  law: ['MISC', makeLaw],
  index: ['MISC', makeIndex],
  product: ['MISC', makeProduct],
  prize: ['MISC', makePrize],
  faith: ['MISC', makePeople],
  juniorPerson: ['PER', makeJunior],
  dottedPerson: ['PER', makeDottedPerson],
  gulfPerson: ['PER', makeGulfPerson],
  holiday: ['MISC', makeHoliday],
  disease: ['MISC', makeDisease],
  storm: ['MISC', makeStorm],
  festival: ['MISC', makeFestival],
  shop: ['ORG', makeShop],
  jointMinistry: ['ORG', makeJointMinistry],
  jointCommission: ['ORG', makeJointCommission],
  purposeBody: ['ORG', makePurposeBody],
  townTeam: ['ORG', makeTownTeam],
};

type Family<T> = (random: RandomSource, thing: T) => Piece;
const person =
  (part: (thing: Person, random: RandomSource) => string): Family<Person> =>
  (random, thing) => ({ text: part(thing, random), type: 'PER' });
const PERSON: Readonly<Record<string, Family<Person>>> = {
  person: person(({ full }) => full),
  last: person(({ last }) => last),
  first: person(({ given }) => given),
  initial: person(({ last }, random) => `${random.pick(LETTERS)}. ${last}`),
  initials: person(({ last }, random) => `${random.pick(LETTERS)}.${random.pick(LETTERS)}. ${last}`),
};
/** Slots of persons whose surname is an ordinary word. */
const WORD_PERSON: Readonly<Record<string, Family<Person>>> = {
  wordPerson: person(({ full }) => full),
  wordLast: person(({ last }) => last),
};
const NATION: Readonly<Record<string, Family<Nation>>> = {
  country: (_, { country }) => ({ text: country, type: 'LOC' }),
  capital: (_, { capital }) => ({ text: capital, type: 'LOC' }),
  adj: (_, { adjective, country }) => ({ text: adjective, type: adjective === country ? 'LOC' : 'MISC' }),
  people: (_, { people }) => ({ text: people, type: 'MISC' }),
  currency: (_, { currency }) => ({ text: currency.replace(/^.*\p{Lu}\S* /u, '') }),
};
const organisation = (make: (random: RandomSource) => Organisation) => ({
  make,
  full: (_: RandomSource, { full }: Organisation): Piece => ({ text: full, type: 'ORG' }),
  short: (_: RandomSource, { short }: Organisation): Piece => ({ text: short, type: 'ORG' }),
});
/** Slots of organisations: the whole name under its family's name, the short one with "Short" after it. */
const ORGANISATION = {
  company: organisation(makeCompany),
  body: organisation(makeBody),
  party: organisation(makeParty),
  group: organisation(makeArmedGroup),
  team: organisation(makeTeam),
  peopleFirm: organisation(makePeopleFirm),
} as const;

function recall<T>(memory: Memory, family: string, key: string, make: () => T): T {
  if (key === '') return make();
  const name = family + key;
  if (!memory.has(name)) memory.set(name, make());
  // The family in the name says what kind of thing was stored under it.
  return memory.get(name) as T;
}

function fillOrganisation(random: RandomSource, memory: Memory, name: string, key: string): Piece | undefined {
  const family = name.replace(/Short$/u, '');
  if (!(family in ORGANISATION)) return undefined;
  const { make, full, short } = ORGANISATION[family as keyof typeof ORGANISATION];
  const thing = recall(memory, family, key, () => make(random));
  return (name === family ? full : short)(random, thing);
}

/** What fills the slots of one sentence. Throws on a slot that nothing fills. */
export function slotFiller(random: RandomSource): FillSlot {
  const memory: Memory = new Map();
  return (name, key) => {
    const simple = SIMPLE[name];
    if (simple) return [{ text: recall(memory, name, key, () => simple[1](random)), type: simple[0] }];
    const [ofPerson, ofNation, value] = [PERSON[name], NATION[name], PLAIN_SLOTS[name]];
    if (ofPerson)
      return [
        ofPerson(
          random,
          recall(memory, 'person', key, () => makePerson(random)),
        ),
      ];
    const ofWordPerson = WORD_PERSON[name];
    if (ofWordPerson)
      return [
        ofWordPerson(
          random,
          recall(memory, 'wordPerson', key, () => makeWordPerson(random)),
        ),
      ];
    if (ofNation)
      return [
        ofNation(
          random,
          recall(memory, 'nation', key, () => makeNation(random)),
        ),
      ];
    if (value) return [{ text: recall(memory, name, key, () => value(random)) }];
    const organised = fillOrganisation(random, memory, name, key);
    if (!organised) throw new Error(`no slot "${name}"`);
    return [organised];
  };
}
