import type { Shape } from './hostile-shapes.ts';

const repeat = (unit: string): Shape['make'] => {
  return (size) => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
};

/** Parts that differ, each drawn from its number, until the size is reached. */
const series = (separator: string, draw: (index: number) => string): Shape['make'] => {
  return (size) => {
    const parts: string[] = [];
    for (let length = 0; length < size; length += (parts.at(-1)?.length ?? 0) + separator.length) parts.push(draw(parts.length));
    return parts.join(separator).slice(0, size);
  };
};

/** One letter, then the unit for the rest of the size, then another letter. */
const inside = (unit: string): Shape['make'] => {
  return (size) => `A${repeat(unit)(size - 2)}b`;
};

/** Numbers of seven digits to the base of 26, in leaps: names are alike in length and letters whether few or many are asked. */
const FEWEST = 26 ** 6;
const LEAP = 79_197_919;
const NUMBERS = 7_700_000_003;

/** A capitalised word of letters, another for each number. */
function nameOf(index: number): string {
  const letters = (FEWEST + ((index * LEAP) % NUMBERS))
    .toString(26)
    .replace(/\d/gu, (digit) => 'qrstuvwxyz'.charAt(Number(digit)));
  return letters.charAt(0).toUpperCase() + letters.slice(1);
}

const initialOf = (index: number): string => String.fromCharCode(65 + (index % 26));

function acronymOf(index: number): string {
  const words = [nameOf(index), nameOf(index * 3 + 1), nameOf(index * 5 + 2)];
  return `${words.join(' ')} (${words.map((word) => word.charAt(0)).join('')}) met.`;
}

const ENGLISH = 'The council of the town met at noon and heard what Ada Quill of the pilots wanted.';
const GERMAN = 'Der Hafenrat von Aldane trat am Mittag zusammen, um Oskar Venn zu hören, und die Lotsen blieben bis zum Abend.';
const FRENCH = 'Le conseil du port est venu à midi pour entendre les pilotes, et Ada Quill est restée avec eux.';

const NAMES: readonly Shape[] = [
  { name: 'one name', make: repeat('Ada Quill ') },
  { name: 'one name, sentences', make: repeat('Ada Quill met them. ') },
  { name: 'one name, commas', make: repeat('Ada Quill, ') },
  { name: 'distinct names', make: series(' ', (at) => `${nameOf(at)} ${nameOf(at + 7)} met ${nameOf(at * 3)}.`) },
  { name: 'one surname', make: series(' ', (at) => `${nameOf(at)} Quill met Quill.`) },
  { name: 'one given name', make: series(' ', (at) => `Ada ${nameOf(at)} met Ada.`) },
  { name: 'spellings nearly alike', make: series(' ', (at) => `Fen${nameOf(at).toLowerCase()}nicker left.`) },
  { name: 'names within names', make: series(' ', (at) => 'Red Heron '.repeat(1 + (at % 7)).trim()) },
  { name: 'names joined by "of"', make: series(' of ', nameOf) },
  { name: 'names joined by "and"', make: series(' and ', nameOf) },
  { name: 'names joined by "von"', make: repeat('Ada von ') },
  { name: 'names with d’', make: repeat("d'Or ") },
  { name: 'firms', make: repeat('Quill Inc. Merrow Group ') },
  { name: 'names and "&"', make: repeat('Kim Jong-un & ') },
  { name: 'capitals only', make: repeat('MERROW TIDE UNION OF ADA QUILL ') },
  { name: 'capitals only, distinct', make: series(' ', (at) => nameOf(at).toUpperCase()) },
  { name: 'headings in capitals and prose', make: series('\n\n', (at) => (at % 2 === 0 ? 'ADA QUILL MEETS COUNCIL' : ENGLISH)) },
  { name: 'names of one letter', make: repeat('A ') },
  { name: 'names of one letter, sentences', make: repeat('A met B. ') },
];

const PARTS_OF_NAMES: readonly Shape[] = [
  { name: 'initials in a row', make: repeat('A. B. C. D. ') },
  { name: 'initials and a surname', make: series(' ', (at) => `${initialOf(at)}. Quill met ${nameOf(at)} Quill.`) },
  { name: 'initials without blanks', make: repeat('A.B.C.') },
  { name: 'Ministry of Ministry of', make: repeat('Ministry of ') },
  { name: 'Ministry of many subjects', make: repeat('Ministry of Health, Labour, Trade, ') },
  { name: 'Bank of the', make: repeat('Bank of the ') },
  { name: 'roles', make: repeat('Deputy Prime Minister of Defence ') },
  { name: 'titles', make: repeat('Mr. Mrs Dr. ') },
  { name: 'definitions', make: repeat('Aldane Bread Council (ABC) ') },
  { name: 'distinct definitions', make: series(' ', acronymOf) },
  { name: 'definitions of one acronym', make: series(' ', (at) => `A${nameOf(at)} B${nameOf(at)} C${nameOf(at)} (ABC).`) },
  { name: 'acronyms in brackets', make: repeat('(ABC) ') },
  { name: 'brackets never closed', make: repeat('(A ') },
  { name: 'apostrophes', make: repeat("'") },
  { name: 'possessives', make: repeat("Paris's Quills' ") },
  { name: 'letters and apostrophes', make: repeat("O'") },
  { name: 'quotation marks never closed', make: repeat('“Ada ') },
  { name: 'hyphens', make: repeat('-') },
  { name: 'letters and hyphens', make: repeat('A-en-') },
  { name: 'distinct names and hyphens', make: series('-', nameOf) },
  { name: 'countries and hyphens', make: repeat('US-China ') },
];

const VALUES: readonly Shape[] = [
  { name: 'whole numbers', make: repeat('1234 ') },
  { name: 'one number', make: repeat('1') },
  { name: 'groups of digits', make: repeat('1,') },
  { name: 'ranges', make: repeat('1-') },
  { name: 'from a number to a number', make: repeat('from 3 to ') },
  { name: 'half a', make: repeat('half a ') },
  { name: 'half a million', make: repeat('half a million ') },
  { name: 'number words', make: repeat('two hundred ') },
  { name: 'days', make: repeat('3 March 2024 last Monday ') },
  { name: 'money', make: repeat('$5 million 5% 40 km ') },
];

const SIGNS: readonly Shape[] = [
  { name: 'blanks', make: inside(' ') },
  { name: 'tabs', make: inside('\t') },
  { name: 'emoji and names', make: repeat('😀Ada ') },
  { name: 'flags', make: repeat('🇬🇧') },
  { name: 'marks on one letter', make: inside('\u0301') },
  { name: 'marks on each letter', make: repeat('A\u0301\u0323 ') },
  { name: 'one token', make: inside('a') },
  { name: 'one token, mixed case', make: repeat('aA') },
  { name: 'one token with points', make: repeat('a.b') },
  { name: 'one token of an address', make: repeat('a@') },
];

const BLOCKS: readonly Shape[] = [
  { name: 'blocks of one name', make: repeat('Paris\n\n') },
  { name: 'blocks of distinct names', make: series('\n\n', nameOf) },
  { name: 'blocks of one digit', make: repeat('1\n\n') },
  { name: 'blocks of one letter', make: repeat('a\n\n') },
  { name: 'blocks of German', make: repeat('Der Rat\n\n') },
  { name: 'lines of one name', make: repeat('Paris\n') },
  { name: 'rows of a table', make: repeat('Paris\t5\tAda Quill\n') },
  { name: 'one row of a table', make: repeat('Ada Quill\t5\t') },
  { name: 'two languages', make: series('\n\n', (at) => (at % 2 === 0 ? ENGLISH : GERMAN)) },
  { name: 'three languages', make: series('\n\n', (at) => [ENGLISH, GERMAN, FRENCH][at % 3] ?? '') },
];

/** Texts that are hostile to annotators: to those of names, of values, of languages, and to the split into blocks and tokens. */
export const HOSTILE_NAMES: readonly Shape[] = [...NAMES, ...PARTS_OF_NAMES, ...VALUES, ...SIGNS, ...BLOCKS];
