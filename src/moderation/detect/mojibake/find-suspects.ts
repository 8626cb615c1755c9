import { CHARACTER_IDS, CODE_PAGES, characterId } from './code-pages.ts';

/** Bits of the pages in which a character, by its id, is a byte that begins a character of 2, 3 or 4 bytes, or goes on with one. */
const leads2 = new Uint16Array(CHARACTER_IDS);
const leads3 = new Uint16Array(CHARACTER_IDS);
const leads4 = new Uint16Array(CHARACTER_IDS);
const continuing = new Uint16Array(CHARACTER_IDS);

function roleOf(byte: number): Uint16Array | undefined {
  if (byte >= 0x80 && byte <= 0xbf) return continuing;
  if (byte >= 0xc2 && byte <= 0xdf) return leads2;
  if (byte >= 0xe0 && byte <= 0xef) return leads3;
  return byte >= 0xf0 && byte <= 0xf4 ? leads4 : undefined;
}

for (const { bit, bytes } of CODE_PAGES) {
  bytes.forEach((byte, id) => {
    const role = roleOf(byte);
    if (role) role[id] = (role[id] ?? 0) | bit;
  });
}

const SPACE = 0x20;
const CAPITAL_A_TILDE = 0xc3;
/** The page that has "Ã", alone enough of a sign: with a space behind it, it is "à" of which a part is lost. */
const WESTERN = CODE_PAGES[0]?.bit ?? 0;

/** Characters that stand where a byte was lost: SUBSTITUTE and the replacement character. */
function isLoss(unit: number): boolean {
  return unit === 0x1a || unit === 0xfffd;
}

/** Pages under which a character of UTF-8 begins at `at`, whole or with a byte lost; one bit each. */
function pagesAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const id = characterId(unit);
  const two = leads2[id] ?? 0;
  const many = (leads3[id] ?? 0) | (leads4[id] ?? 0);
  if ((two | many) === 0) return 0;
  const next = text.charCodeAt(at + 1);
  if (isLoss(next)) return two | many;
  if (unit === CAPITAL_A_TILDE && (next === SPACE || at + 1 === text.length)) return WESTERN;
  const spaced = next === SPACE ? many : 0;
  const second = (continuing[characterId(next)] ?? 0) | spaced;
  if (second === 0) return 0;
  const third = text.charCodeAt(at + 2);
  const isEnough = third === 0x3f || third === SPACE || isLoss(third);
  return second & ((two & ~spaced) | (many & (isEnough && spaced === 0 ? many : (continuing[characterId(third)] ?? 0))));
}

/** Where characters of UTF-8 may stand in a text. */
export interface Suspects {
  /** Bits of the code pages under which there are any; 0 for none. */
  readonly pages: number;
  /** Offset of the first of them. */
  readonly first: number;
}

/** Looks for characters of UTF-8 read through any code page. Cheap, so that clean text costs little. */
export function findSuspects(text: string): Suspects {
  let pages = 0;
  let first = 0;
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) <= 0x7f) continue;
    const here = pagesAt(text, at);
    if (here !== 0 && pages === 0) first = at;
    pages |= here;
  }
  return { pages, first };
}
