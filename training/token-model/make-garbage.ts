import type { RandomSource } from './random-source.ts';

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const DIGITS = '0123456789';
const CYRILLIC = 'абвгдежзийклмнопрстуфхцчшщъыьэюя';
const GREEK = 'αβγδεζηθικλμνξοπρστυφχψω';
const KEYBOARDS: readonly (readonly string[])[] = [
  ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'],
  ['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю'],
  ['ςερτυθιοπ', 'ασδφγηξκλ', 'ζχψωβνμ'],
];

function draw(random: RandomSource, alphabet: string, length: number): string {
  return Array.from({ length }, () => random.pick([...alphabet])).join('');
}

interface Hand {
  readonly centre: number;
  readonly reach: number;
}

/** A key near where a hand rests, mostly of the row that it rests on. */
function pressKey(random: RandomSource, rows: readonly string[], hand: Hand, row: number): string {
  const roll = random.next();
  const keys = rows[roll < 0.66 ? row : roll < 0.83 ? Math.max(0, row - 1) : Math.min(2, row + 1)] ?? '';
  const place = Math.round(hand.centre + (random.next() - 0.5) * 2 * hand.reach);
  return keys.charAt(Math.max(0, Math.min(keys.length - 1, place)));
}

/** Some stretches of a text typed with the shift key held. */
function holdShift(random: RandomSource, text: string): string {
  const turn = random.pick([0.15, 0.3]);
  let held = random.next() < 0.3;
  return [...text]
    .map((key) => {
      if (random.next() < turn) held = !held;
      return held ? key.toUpperCase() : key;
    })
    .join('');
}

/** Keys hit without a thought: two hands, one taking over from the other, strokes that come again a little changed. */
function mash(random: RandomSource, length: number): string {
  const rows = random.next() < 0.8 ? KEYBOARDS[0] : random.pick(KEYBOARDS.slice(1));
  const row = random.pick([1, 1, 1, 1, 0, 0, 2]);
  const reach = random.pick([1, 2, 2, 3, 4]);
  const hands: readonly Hand[] = [
    { centre: random.between(0, 3), reach },
    { centre: random.between(5, 9), reach },
  ];
  const both = random.next() < 0.8;
  const repeating = random.pick([0, 0.1, 0.25, 0.45]);
  let hand = random.between(0, 1);
  let text = '';
  while (text.length < length) {
    if (text.length > 2 && random.next() < repeating) text += text.slice(-random.between(2, 4));
    else text += pressKey(random, rows ?? [], hands[hand] ?? { centre: 4, reach }, row);
    if (both && random.next() < 0.4) hand = 1 - hand;
  }
  text = text.slice(0, length);
  return random.next() < 0.05 ? holdShift(random, text) : text;
}

function base64(random: RandomSource, words: readonly string[]): string {
  const bytes =
    random.next() < 0.5
      ? Buffer.from(Array.from({ length: random.between(12, 60) }, () => random.between(0, 255)))
      : Buffer.from(Array.from({ length: random.between(3, 9) }, () => random.pick(words)).join(' '));
  const text = bytes.toString('base64');
  return random.next() < 0.6 ? text : text.replace(/[+/=]/g, '');
}

type Maker = (random: RandomSource, words: readonly string[]) => string;

/** Kinds of garbage, each with how often it is made. */
const MAKERS: readonly (readonly [number, Maker])[] = [
  [3, (random) => draw(random, LOWER + UPPER + DIGITS, random.between(9, 45))],
  [1, (random) => draw(random, LOWER + UPPER + DIGITS, random.between(6, 9))],
  [2, (random) => draw(random, LOWER + UPPER, random.between(9, 45))],
  [2, (random) => draw(random, LOWER + DIGITS, random.between(9, 45))],
  [3, (random) => draw(random, LOWER, random.between(7, 40))],
  [1, (random) => draw(random, UPPER, random.between(18, 45))],
  [1, (random) => draw(random, random.pick([UPPER.slice(0, 20), 'ACDEFGHIKLMNPQRSTVWY', 'HT', 'ACGT']), random.between(22, 50))],
  [1, (random) => draw(random, UPPER + DIGITS, random.between(22, 45))],
  [1.5, (random) => draw(random, random.pick(['0123456789abcdef', '0123456789ABCDEF']), random.between(16, 64))],
  [2, base64],
  [8, (random) => mash(random, random.between(7, 14))],
  [4, (random) => mash(random, random.between(12, 40))],
  [0.7, (random) => draw(random, CYRILLIC, random.between(8, 35))],
  [0.4, (random) => draw(random, GREEK, random.between(8, 35))],
  [0.5, (random) => draw(random, CYRILLIC + CYRILLIC.toUpperCase() + DIGITS, random.between(9, 35))],
];

/** One invented token of no meaning. */
export function makeGarbage(random: RandomSource, words: readonly string[]): string {
  const total = MAKERS.reduce((sum, [share]) => sum + share, 0);
  let roll = random.next() * total;
  for (const [share, make] of MAKERS) {
    roll -= share;
    if (roll < 0) return make(random, words);
  }
  return mash(random, 12);
}
