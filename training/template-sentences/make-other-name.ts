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
