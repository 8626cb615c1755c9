/** Writes `models/token-characters.json`: which ideographs and Korean syllables are in use. `node training/build-common-characters.ts` */
import { writeFileSync } from 'node:fs';

/** Ranges of lead bytes of the first levels of national character sets, which hold the characters in use (Encoding Standard). */
const LEVELS: readonly (readonly [encoding: string, first: number, last: number])[] = [
  ['gbk', 0xb0, 0xd7],
  ['big5', 0xa4, 0xc6],
  ['euc-jp', 0xb0, 0xcf],
  ['euc-kr', 0xb0, 0xc8],
];
const RANGES: readonly (readonly [name: string, first: number, last: number])[] = [
  ['ideographs', 0x4e00, 0x9fff],
  ['syllables', 0xac00, 0xd7a3],
];

function readLevel(encoding: string, first: number, last: number): readonly number[] {
  const decoder = new TextDecoder(encoding);
  const codes: number[] = [];
  for (let lead = first; lead <= last; lead++)
    for (let trail = encoding === 'big5' ? 0x40 : 0xa1; trail <= 0xfe; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1) codes.push(text.charCodeAt(0));
    }
  return codes;
}

function packRange(codes: ReadonlySet<number>, first: number, last: number): string {
  const bytes = new Uint8Array(Math.ceil((last - first + 1) / 8));
  for (let code = first; code <= last; code++) {
    const at = code - first;
    if (codes.has(code)) bytes[at >>> 3] = (bytes[at >>> 3] ?? 0) | (1 << (at & 7));
  }
  return Buffer.from(bytes).toString('base64');
}

const common = new Set(LEVELS.flatMap(([encoding, first, last]) => readLevel(encoding, first, last)));
const ranges = RANGES.map(([name, first, last]) => ({ name, first, bits: packRange(common, first, last) }));
const head = { about: 'Written by training/build-common-characters.ts', licence: 'Apache-2.0', version: '1' };
writeFileSync(new URL('../models/token-characters.json', import.meta.url), `${JSON.stringify({ ...head, ranges }, null, 1)}\n`);
