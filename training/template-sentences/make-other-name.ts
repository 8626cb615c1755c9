import type { RandomSource } from '../token-model/random-source.ts';
import { inventGiven, inventPlace, inventSurname } from './invent-name.ts';
import { makeNation } from './make-nation.ts';
import { NAME_POOL } from './name-pool.ts';

const words = (text: string): readonly string[] => text.split(';');

const TITLE_HEADS = words(
  'Silent;Broken;Golden;Last;Long;Hidden;Silver;Lost;Distant;Burning;Crooked;Winter;Summer;Midnight;Paper;Glass;Iron;Blue;Red;Empty;Second;Hollow;Bright;Salt;Stolen;Forgotten',
);
const TITLE_TAILS = words(
  'River;Orchard;Harbour;Kingdom;Letters;Garden;Train;Daughter;Bridge;Promise;Mirror;Voyage;Sky;Road;Machine;Winter;House;Island;Song;Witness;Stranger;Dance;Heart;Shore;Lantern;Season',
);
const PRODUCT_HEADS = words(
  'Aero;Nova;Vista;Strato;Luma;Pulsar;Zephyr;Orion;Vector;Titan;Sierra;Falcon;Comet;Nimbus;Quanta;Vela',
);
const PRODUCT_TAILS = words('1;2;3;X;Pro;500;747;Mini;Max;S;GT;One;Air;LX;2000;9;XL;7');
const INDICES = words(
  'Dow Jones;Dow;Nasdaq Composite;S&P 500;FTSE 100;FTSE;DAX;CAC-40;Nikkei;Hang Seng;Topix;Bovespa;Sensex;Kospi;All Ordinaries;Merval;Brent;Straits Times Index;IPC index;SET index',
);
const SUBJECTS = words(
  'Clean Water;Fair Labour;Public Order;Data Protection;Land Reform;Press;Immigration;Patent;Gun Control;Child Support;Banking;Electoral;Whistleblower;Official Secrets;Animal Welfare;Cyber Security;Pension',
);

const HOLIDAYS = words(
  "Ramadan;Easter;Christmas;Christmas Eve;Thanksgiving;Passover;Diwali;Hanukkah;Yom Kippur;Rosh Hashanah;Eid;Eid al-Fitr;Eid al-Adha;Pentecost;Lent;Good Friday;Easter Monday;Ash Wednesday;Halloween;New Year's Eve;Lunar New Year;Nowruz;Holi;Vesak;Purim;Ashura;Carnival;Mardi Gras;Bastille Day;Labor Day;Labour Day;Memorial Day;Independence Day;Boxing Day;Mother's Day;Songkran;Tet;Onam;Advent;Epiphany;All Saints' Day;Columbus Day;Veterans Day;Anzac Day;Juneteenth;Hajj",
);
const DISEASES = words(
  'Ebola;Covid;Covid-19;COVID-19;Zika;Omicron;Delta;SARS;MERS;HIV;AIDS;Alzheimer;Parkinson;Huntington;Crohn;Marburg;Lassa;Lyme;Mpox;Nipah;Asperger;Hodgkin;Down;Tourette;Hansen;Chagas;Creutzfeldt-Jakob;H1N1;H5N1;E. coli;Salmonella;Legionnaire',
);
const STORM_KINDS = words('Hurricane;Hurricane;Storm;Typhoon;Cyclone;Tropical Storm;Tropical Cyclone;Winter Storm;Super Typhoon');
const EPONYMOUS: ReadonlySet<string> = new Set(
  'Alzheimer;Parkinson;Huntington;Crohn;Lyme;Asperger;Hodgkin;Down;Tourette;Hansen;Chagas;Legionnaire'.split(';'),
);

const oneOf = (random: RandomSource, makers: readonly (() => string)[]): string => random.pick(makers)();

/** An event: a cup, a race, a feast, a war, a storm. */
export function makeEvent(random: RandomSource): string {
  if (random.next() < 0.4) return random.pick(NAME_POOL.events);
  return makeCup(random);
}

/** A cup, tournament or race. */
export function makeCup(random: RandomSource): string {
  return oneOf(random, [
    () =>
      `${makeNation(random).adjective} ${random.pick(['Open', 'Cup', 'Grand Prix', 'Masters', 'Championships', 'Super Cup', 'Derby'])}`,
    () =>
      `${inventPlace(random)} ${random.pick(['Open', 'Cup', 'Marathon', 'Classic', 'Games', 'Trophy', 'Festival', 'Grand Prix', 'Derby', 'Regatta', 'Rally', 'Stakes'])}`,
    () =>
      `${random.pick(['World', 'European', 'African', 'Asian', 'Commonwealth', 'Pan American', 'Olympic', 'Nordic'])} ${random.pick(['Cup', 'Championships', 'Games', 'Championship', 'Super Series', 'Nations Cup'])}`,
    () => `${inventSurname(random)} ${random.pick(['Cup', 'Trophy', 'Classic', 'Invitational', 'Shield', 'Memorial'])}`,
    () =>
      random.pick([
        'World Cup',
        'Davis Cup',
        'U.S. Open',
        'Champions League',
        'European Cup',
        'UEFA Cup',
        'FA Cup',
        'Super Bowl',
        'Olympics',
        'Olympic Games',
        'World Series',
        'Asian Cup',
        'Tour de France',
        'Commonwealth Games',
        'Fed Cup',
        'Ryder Cup',
        'Grand Slam',
      ]),
  ]);
}

/** A feast or holiday. */
export function makeHoliday(random: RandomSource): string {
  if (random.next() < 0.85) return random.pick(HOLIDAYS);
  return `${random.pick([inventGiven, inventPlace, inventSurname])(random)} ${random.pick(['Day', 'Eve', 'Week', 'Sunday'])}`;
}

/** A disease: the name alone, or as it stands before "disease" and its like. */
export function makeDisease(random: RandomSource): string {
  const name = random.next() < 0.75 ? random.pick(DISEASES) : inventPlace(random);
  if (EPONYMOUS.has(name)) return `${name}${random.pick(["'s", "'s", ''])}`;
  return name;
}

/** A storm with its name. */
export const makeStorm = (random: RandomSource): string =>
  `${random.pick(STORM_KINDS)} ${random.next() < 0.5 ? random.pick(NAME_POOL.people.western.given) : inventGiven(random)}`;

/** A festival of music, film or the like. */
export function makeFestival(random: RandomSource): string {
  const field = random.pick(['Film', 'Jazz', 'Book', 'Music', 'Folk', 'Arts', 'Fringe', 'Beer', 'Comedy', 'Opera']);
  return `${random.next() < 0.8 ? inventPlace(random) : makeNation(random).adjective} ${random.pick(['', 'International '])}${field} Festival`;
}

/** A storm, battle or treaty. */
export function makeHappening(random: RandomSource): string {
  return oneOf(random, [
    () => `${random.pick(['Hurricane', 'Typhoon', 'Cyclone', 'Tropical Storm'])} ${inventGiven(random)}`,
    () => `Battle of ${inventPlace(random)}`,
    () => `${inventPlace(random)} ${random.pick(['Accord', 'Treaty', 'Agreement', 'Declaration', 'Protocol', 'Convention'])}`,
    () => `Operation ${random.pick(TITLE_HEADS)} ${random.pick(TITLE_TAILS)}`,
    () =>
      random.pick([
        'World War Two',
        'World War II',
        'First World War',
        'Cold War',
        'Gulf War',
        'Holocaust',
        'Brexit',
        'Vietnam War',
        'Ramadan',
        'Christmas',
        'Easter',
        'Thanksgiving',
        'Passover',
        'Diwali',
      ]),
  ]);
}

/** A book, film, play, song or programme. */
export function makeWork(random: RandomSource): string {
  if (random.next() < 0.15) return random.pick(NAME_POOL.works);
  return oneOf(random, [
    () => `The ${random.pick(TITLE_HEADS)} ${random.pick(TITLE_TAILS)}`,
    () => `${random.pick(TITLE_HEADS)} ${random.pick(TITLE_TAILS)}`,
    () => `The ${random.pick(TITLE_TAILS)} of ${inventPlace(random)}`,
    () => `A ${random.pick(TITLE_TAILS)} in ${inventPlace(random)}`,
    () => `${inventGiven(random)} and the ${random.pick(TITLE_TAILS)}`,
    () => `${random.pick(TITLE_TAILS)} Without ${random.pick(TITLE_TAILS)}`,
  ]);
}

/** A law. */
export const makeLaw = (random: RandomSource): string =>
  `${random.pick(SUBJECTS)} ${random.pick(['Act', 'Bill', 'Law', 'Ordinance'])}`;

/** An index of shares. */
export const makeIndex = (random: RandomSource): string => random.pick(INDICES);

/** A product: a car, a plane, a telephone. */
export const makeProduct = (random: RandomSource): string => `${random.pick(PRODUCT_HEADS)} ${random.pick(PRODUCT_TAILS)}`;

/** A prize. */
export function makePrize(random: RandomSource): string {
  return oneOf(random, [
    () => `${inventSurname(random)} ${random.pick(['Prize', 'Award', 'Medal'])}`,
    () =>
      random.pick([
        'Nobel Peace Prize',
        'Pulitzer Prize',
        'Oscar',
        'Grammy',
        'Booker Prize',
        'Academy Award',
        'Emmy',
        "Palme d'Or",
        'Golden Globe',
      ]),
  ]);
}

/** A people, faith or language beyond nations. */
export const makePeople = (random: RandomSource): string =>
  random.pick(
    words(
      "Moslem;Muslim;Christian;Catholic;Jewish;Hindu;Sikh;Buddhist;Kurdish;Tamil;Islamic;Islamist;Shi'ite;Sunni;Hutu;Tutsi;Chechen;Palestinian;Basque;European;African;Asian;Arab;Latin American;Western;Protestant;Orthodox;Zulu;Tibetan;Serb;Bosnian Serb;Maori;Aboriginal;Hispanic;Marxist;Communist;Republican;Democrat;Rohingya;Uighur;Catalan;Scandinavian;Soviet;Roman Catholic",
    ),
  );
