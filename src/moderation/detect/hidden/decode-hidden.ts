import { cutExcerpt } from '../../text/cut-excerpt.ts';

/** Code points read and UTF-16 code units shown: a hidden text may be as long as an article. */
const MAX_CODES = 1000;
const MAX_SHOWN = 200;

function toByte(code: number): number | undefined {
  if (code >= 0xfe00 && code <= 0xfe0f) return code - 0xfe00;
  return code >= 0xe0100 && code <= 0xe01ef ? code - 0xe0100 + 16 : undefined;
}

/**
 * What invisible characters say: tags are letters of ASCII moved to U+E0000, selectors of variants the bytes of a text in
 * UTF-8, the first 16 from U+FE00 and the others from U+E0100. Cut to what a person needs to see.
 */
export function decodeHidden(all: readonly number[]): string {
  const codes = all.slice(0, MAX_CODES);
  const letters = codes.filter((code) => code >= 0xe0020 && code <= 0xe007e).map((code) => String.fromCharCode(code - 0xe0000));
  const bytes = codes.flatMap((code) => toByte(code) ?? []);
  return cutExcerpt(letters.join('') + new TextDecoder().decode(Uint8Array.from(bytes)), MAX_SHOWN);
}
