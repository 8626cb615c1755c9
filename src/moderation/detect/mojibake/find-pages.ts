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

/** Characters that may stand where a byte was lost: a space for 0xa0, `?`, SUBSTITUTE and the replacement character. */
function isLoss(unit: number): boolean {
  return unit === 0x20 || unit === 0x3f || unit === 0x1a || unit === 0xfffd;
}

/** Pages under which a character of UTF-8 begins at `at`, whole or with bytes lost; one bit each. */
function pagesAt(text: string, at: number): number {
  const id = characterId(text.charCodeAt(at));
  const many = (leads3[id] ?? 0) | (leads4[id] ?? 0);
  const lead = (leads2[id] ?? 0) | many;
  if (lead === 0) return 0;
  const next = text.charCodeAt(at + 1);
  if (isLoss(next)) return lead;
  const second = continuing[characterId(next)] ?? 0;
  if (second === 0) return 0;
  const unit = text.charCodeAt(at + 2);
  const third = isLoss(unit) ? many : (continuing[characterId(unit)] ?? 0);
  return second & ((leads2[id] ?? 0) | (many & third));
}

/** Bits of the code pages under which any character of UTF-8 stands in a text. Cheap, so that clean text costs little. */
export function findPages(text: string): number {
  let pages = 0;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) pages |= pagesAt(text, at);
  return pages;
}
