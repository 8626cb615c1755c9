import type { RandomSource } from './random-source.ts';

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const DIGITS = '0123456789';
const ELEMENTS = 'H He Li Be B C N O F Na Mg Al Si P S Cl K Ca Ti Cr Mn Fe Co Ni Cu Zn Br Ag I Ba Pb'.split(' ');
const UNITS = 'kWh mmHg mRNA PhD GmbH MSc IPv6 pH dB kHz GHz iOS eBay iPad mTOR siRNA LaTeX cDNA tRNA MWh kPa mAh'.split(' ');

function draw(random: RandomSource, alphabet: string, low: number, high: number): string {
  return Array.from({ length: random.between(low, high) }, () => random.pick([...alphabet])).join('');
}

const capitalise = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const SUFFIXES = 'Ti Pro Max a b c s e i x v2 v3 mk2 Mk3 Plus Ultra Lite Super neo ti rev2'.split(' ');

/** Letters and digits in two to five groups, as on a type plate. */
function productCode(random: RandomSource): string {
  const groups = Array.from({ length: random.between(1, 2) }, () => draw(random, UPPER, 1, 5) + draw(random, DIGITS, 1, 5));
  const code = groups.join(random.pick(['', '', '-'])) + (random.next() < 0.4 ? draw(random, UPPER, 1, 3) : '');
  return random.next() < 0.3 ? code + random.pick(SUFFIXES) : code;
}

/** Places in a register: capitals and digits mixed freely, as on number plates and in catalogues. */
function registerCode(random: RandomSource): string {
  return draw(random, UPPER + DIGITS, 5, 18);
}

function formula(random: RandomSource): string {
  return Array.from(
    { length: random.between(2, 5) },
    () => random.pick(ELEMENTS) + (random.next() < 0.5 ? String(random.between(2, 12)) : ''),
  ).join('');
}

/** "nooooo", "hahaha", "aaaargh", "brrrr". */
function exclamation(random: RandomSource): string {
  const stretched = random.pick([
    'no',
    'yes',
    'argh',
    'grr',
    'brr',
    'so',
    'wow',
    'ooh',
    'hmm',
    'yay',
    'ugh',
    'zzz',
    'way',
    'yeah',
  ]);
  if (random.next() < 0.5) {
    const at = random.between(0, stretched.length - 1);
    return stretched.slice(0, at) + stretched.charAt(at).repeat(random.between(3, 9)) + stretched.slice(at + 1);
  }
  return random.pick(['ha', 'he', 'lo', 'jaja', 'ba', 'hi', 'xo', 'tut', 'bla', 'na', 'la']).repeat(random.between(2, 6));
}

/** A word as programmers shorten it: its beginning, or without most of its vowels. */
function abbreviate(random: RandomSource, word: string): string {
  if (random.next() < 0.5) return word.slice(0, random.between(2, 4));
  return (
    word.charAt(0) +
    word
      .slice(1)
      .replace(/[aeiou]/giu, '')
      .slice(0, random.between(2, 5)) +
    random.pick(['', '', 's'])
  );
}

function identifier(random: RandomSource, words: readonly string[]): string {
  const parts = Array.from({ length: random.between(2, random.pick([4, 6, 6, 9])) }, () => random.pick(words));
  const acronyms = random.pick([0, 0.15, 0.3]);
  const shortened = random.pick([0, 0.2, 0.5, 0.8]);
  const short = parts.map((part) => (random.next() < shortened ? abbreviate(random, part) : part));
  const cased = short.map((part) => (random.next() < acronyms ? draw(random, UPPER, 1, 4) : capitalise(part.toLowerCase())));
  const style = random.next();
  if (style < 0.42) return cased.join('');
  if (style < 0.55) return cased.join('').replace(/^./u, (first) => first.toLowerCase());
  if (style < 0.7) return short.join('_').toLowerCase();
  if (style < 0.74) return short.join('_').toUpperCase();
  if (style < 0.78) return short.join('').toUpperCase();
  if (style < 0.81) return parts.join('').toLowerCase();
  if (style < 0.84) return short.slice(0, 4).join('').toLowerCase();
  return draw(random, 'abcdefghijklmnopqrstuvwxyz', 2, 4) + cased.join('');
}

/** An identifier or word that is said twice or more. */
function repetition(random: RandomSource, words: readonly string[]): string {
  const part = random.next() < 0.5 ? identifier(random, words).slice(0, 16) : random.pick(words);
  return part.repeat(random.between(2, 3));
}

type Maker = (random: RandomSource, words: readonly string[], identifiers: readonly string[], parts: readonly string[]) => string;

/** Kinds of tokens that mean something, each with how often it is made. */
const MAKERS: readonly (readonly [number, Maker])[] = [
  [14, (random, words) => random.pick(words)],
  [3, (random, words) => capitalise(random.pick(words))],
  [2, (random, words) => random.pick(words).toUpperCase()],
  [2, (random, words) => random.pick(words) + random.pick(words).toLowerCase()],
  [6, (random, _, identifiers) => random.pick(identifiers)],
  [9, (random, words) => identifier(random, words)],
  [9, (random, _, __, parts) => identifier(random, parts)],
  [1, repetition],
  [1.5, (random, words) => random.pick(words) + draw(random, DIGITS, 1, 4)],
  [1, (random, words) => `${capitalise(random.pick(words))}-${random.pick(words)}`],
  [2, productCode],
  [1, registerCode],
  [1, formula],
  [0.5, (random) => random.pick(UNITS)],
  [1, (random) => draw(random, UPPER, 2, 7)],
  [0.5, (random) => draw(random, UPPER, 2, 6) + random.pick(['s', 'er', 'neo', 'd', 'ish'])],
  [1, exclamation],
  [0.5, (random) => draw(random, DIGITS, 1, 20)],
];

/** One token that means something. */
export function makeLegitimate(
  random: RandomSource,
  words: readonly string[],
  identifiers: readonly string[],
  parts: readonly string[],
): string {
  const total = MAKERS.reduce((sum, [share]) => sum + share, 0);
  let roll = random.next() * total;
  for (const [share, make] of MAKERS) {
    roll -= share;
    if (roll < 0) return make(random, words, identifiers, parts);
  }
  return random.pick(words);
}
