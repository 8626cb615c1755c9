import type { RandomSource } from '../token-model/random-source.ts';
import { inventPlace } from './invent-name.ts';
import type { Organisation } from './make-organisation.ts';
import { NAME_POOL } from './name-pool.ts';

const words = (text: string): readonly string[] => text.split(';');

const CLUB_WORDS = words(
  'United;City;Town;Rovers;Athletic;Wanderers;Rangers;County;FC;SC;Albion;Hotspur;Dynamo;Victoria;Stars;Juniors;Sport',
);
const CLUB_HEADS = words(
  'Dynamo;Dinamo;Spartak;Lokomotiv;Sporting;Real;Atletico;Deportivo;Racing;Olympique;FC;AC;AS;SC;CSKA;Maccabi;Hapoel;Al;Inter;Union;Borussia;Eintracht;Fortuna;Slavia;Sparta;Red Star',
);
const NICKNAMES = words(
  'Hawks;Bears;Lions;Tigers;Falcons;Wolves;Sharks;Comets;Pioneers;Rangers;Chiefs;Saints;Stars;Storm;Thunder;Knights;Kings;Royals;Mariners;Pilots;Miners;Foxes;Ravens;Herons;Otters;Bulls;Colts;Mustangs;Stallions;Raiders;Rockets;Blazers;Flames;Waves;Rapids;Giants;Monarchs;Cougars;Bobcats;Owls;Hornets;Vipers;Cobras;Red Legs;Blue Caps;White Herons',
);

/** Chooses one of several makers of names. */
const oneOf = (random: RandomSource, makers: readonly (() => string)[]): string => random.pick(makers)();

/** A club of football or the like: often only its town. */
export function makeClub(random: RandomSource): string {
  if (random.next() < 0.45) return random.pick(NAME_POOL.clubs);
  const town = random.next() < 0.25 ? random.pick(NAME_POOL.cities) : inventPlace(random);
  return oneOf(random, [
    () => town,
    () => `${town} ${random.pick(CLUB_WORDS)}`,
    () => `${random.pick(CLUB_HEADS)} ${town}`,
    () => `${town} ${random.pick(CLUB_WORDS)}`,
    () => `${random.pick(['FC', 'AC', 'SV', 'VfL', 'CD', 'CA', 'RC', 'KV', 'IF', 'BK', 'NK', 'HC'])} ${town}`,
  ]);
}

/** A team of an American league; the short name is its nickname. */
export function makeTeam(random: RandomSource): Organisation {
  const nickname = random.pick(NICKNAMES);
  const town = random.next() < 0.5 ? random.pick(NAME_POOL.cities) : inventPlace(random);
  return { full: `${town} ${nickname}`, short: nickname };
}

/** A team that is known by its town alone. */
export const makeTownTeam = (random: RandomSource): string =>
  random.next() < 0.65 ? random.pick(NAME_POOL.cities) : inventPlace(random);
