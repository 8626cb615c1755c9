import type { Nation } from '../gazetteer/read-nations.ts';
import type { RandomSource } from '../token-model/random-source.ts';
import { inventPlace } from './invent-name.ts';
import { NAME_POOL } from './name-pool.ts';

const INVENTED = 0.25;
const ENDINGS: readonly (readonly [country: string, adjective: string, people: string])[] = [
  ['land', 'lander', 'landers'],
  ['ia', 'ian', 'ians'],
  ['istan', 'i', 'is'],
  ['ania', 'anian', 'anians'],
  ['o', 'ese', 'ese'],
  ['mark', 'markish', 'marks'],
  ['ova', 'ovan', 'ovans'],
];

/** A country of the world, or one that is on no map. */
export function makeNation(random: RandomSource): Nation {
  if (random.next() > INVENTED) return random.pick(NAME_POOL.nations);
  const stem =
    inventPlace(random)
      .split(' ')
      .at(-1)
      ?.replace(/[aeiouå]+$/u, '')
      .slice(0, 6) ?? 'Nor';
  const [country, adjective, people] = random.pick(ENDINGS);
  const prefix = random.next() < 0.06 ? `${random.pick(['North', 'South', 'East', 'West', 'New', 'Upper'])} ` : '';
  const currency = random.pick(['crown', 'dinar', 'dollar', 'franc', 'peso', 'pound', 'mark']);
  const capital = inventPlace(random);
  return {
    country: prefix + stem + country,
    capital,
    adjective: prefix + stem + adjective,
    people: prefix + stem + people,
    currency,
  };
}
