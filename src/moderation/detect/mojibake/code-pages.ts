import type { CodePage } from './code-page.ts';
import { CODE_PAGE_437 } from './code-page-437.ts';

const FIRST = 0x80;
const LAST = 0xff;
const HIGH_BYTES = Uint8Array.from({ length: LAST - FIRST + 1 }, (_, at) => FIRST + at);

/** Names of the Encoding Standard, each with its handicap; the rarer a mix-up, the more has to speak for it. */
const DECODED: readonly (readonly [string, number])[] = [
  ['windows-1252', 0],
  ['windows-1251', 4],
  ['iso-8859-2', 4],
  ['windows-1250', 5],
  ['macintosh', 4],
  ['windows-1254', 6],
  ['windows-1257', 6],
  ['windows-1253', 8],
  ['x-mac-cyrillic', 30],
];
const CP437_HANDICAP = 8;

const CYRILLIC = /\p{Script=Cyrillic}/u;
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  'windows-1251': CYRILLIC,
  'x-mac-cyrillic': CYRILLIC,
  'windows-1253': /\p{Script=Greek}/u,
};

/** Bytes that a page does not define read as the control characters of the same number, as browsers do for most pages. */
function decodeHighBytes(name: string): string {
  const decoded = new TextDecoder(name).decode(HIGH_BYTES);
  return Array.from(decoded, (character, at) => (character === '\ufffd' ? String.fromCharCode(FIRST + at) : character)).join('');
}

const named = [
  ...DECODED.map(([name, handicap]) => ({ name, handicap, characters: decodeHighBytes(name) })),
  { name: 'cp437', handicap: CP437_HANDICAP, characters: CODE_PAGE_437 },
];

/** Ids of all characters that stand in any page, from 1; 0 is every other character. */
const ids = new Uint16Array(0x10000);

function assignIds(): number {
  let next = 1;
  for (const { characters } of named) {
    for (let at = 0; at < characters.length; at++) {
      const unit = characters.charCodeAt(at);
      if (ids[unit] === 0) ids[unit] = next++;
    }
  }
  for (let unit = FIRST; unit < FIRST + 0x20; unit++) if (ids[unit] === 0) ids[unit] = next++;
  return next;
}

const count = assignIds();

function toBytes(name: string, characters: string): Uint8Array {
  const bytes = new Uint8Array(count);
  // Bytes that Windows-1252 gives to punctuation are often kept as controls (ISO-8859-1) beside it in one text.
  if (name === 'windows-1252') for (let byte = FIRST; byte < FIRST + 0x20; byte++) bytes[ids[byte] ?? 0] = byte;
  for (let at = 0; at < characters.length; at++) bytes[ids[characters.charCodeAt(at)] ?? 0] = FIRST + at;
  return bytes;
}

/** The code pages UTF-8 is mistaken for, the most usual first. */
export const CODE_PAGES: readonly CodePage[] = named.map(({ name, handicap, characters }, at) => ({
  name,
  handicap,
  characters,
  script: SCRIPTS[name],
  bit: 1 << at,
  bytes: toBytes(name, characters),
}));

/** Id of a UTF-16 code unit among the characters of all pages, 0 for those that stand in none. */
export function characterId(unit: number): number {
  return ids[unit] ?? 0;
}

/** Number of ids. */
export const CHARACTER_IDS = count;
