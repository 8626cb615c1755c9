import { codeOf, isCapital, SCRIPT_DIGIT, SCRIPT_LATIN, SCRIPT_NONE, scriptOf } from '../../text/letter-code.ts';
import type { NgramTable } from '../../text/ngram-table.ts';
import { encodeToken, SEGMENT_DIGITS, SEGMENT_LETTERS, splitSegments } from '../../text/split-segments.ts';
import { countLetters } from './count-letters.ts';
import { readSegments, readThrough } from './read-segments.ts';

/** UTF-16 code units: what a token is judged by. More of it would say the same. */
const MAX_MEASURED = 256;
/** Bits a letter when a token has no stretch of letters long enough to tell. */
const UNTOLD_BITS = 5.5;

/** Bits of a code that tell characters apart, without that of a capital. */
const PLAIN = 0x7ff;
// For each plain code the number of the last token that had it: cheaper than a set for each token. Beyond 2 ** 53 tokens nobody counts.
const lastSeen = new Float64Array(PLAIN + 1);
let tokens = 0;

function countDistinct(codes: Uint16Array): { readonly distinct: number; readonly repeated: number } {
  const token = ++tokens;
  const pairs = new Set<number>();
  let distinct = 0;
  let before = 0;
  for (let at = 0; at < codes.length; at++) {
    const code = (codes[at] ?? 0) & PLAIN;
    if (lastSeen[code] !== token) distinct++;
    lastSeen[code] = token;
    if (at > 0) pairs.add((before << 11) | code);
    before = code;
  }
  return { distinct, repeated: codes.length - 1 - pairs.size };
}

/** Characters by what they are: digits, symbols, and those that base 16 writes numbers with. */
function countKinds(codes: Uint16Array): { readonly digits: number; readonly symbols: number; readonly hex: number } {
  let digits = 0;
  let symbols = 0;
  let hex = 0;
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] ?? 0;
    const script = scriptOf(code);
    if (script === SCRIPT_DIGIT) digits++;
    else if (script === SCRIPT_NONE) symbols++;
    else if (script === SCRIPT_LATIN && codeOf(code) <= 6) hex++;
  }
  return { digits, symbols, hex: hex + digits };
}

function hasBase64Form(token: string): boolean {
  return /^[\w+/-]{12,}={0,2}$/u.test(token) && /[+/=]/u.test(token) && (token.endsWith('=') || /[a-z]/u.test(token));
}

/** Features of a token in the order of `FEATURES`. `tables` are by script. Linear in the token's length, which is cut. */
export function tokenFeatures(token: string, tables: readonly (NgramTable | undefined)[]): Float64Array {
  const codes = encodeToken(token, MAX_MEASURED);
  const segments = splitSegments(codes);
  const length = Math.max(1, codes.length);
  const letters = countLetters(codes);
  const through = readThrough(codes, segments, tables);
  const parts = readSegments(codes, segments, tables);
  const { distinct, repeated } = countDistinct(codes);
  const { digits, symbols, hex } = countKinds(codes);
  const digitRuns = segments.filter(({ kind }) => kind === SEGMENT_DIGITS).length;
  const short = segments.filter(({ kind, start, end }) => kind === SEGMENT_LETTERS && end - start <= 2).length;
  const isHex = hex === length && digits > 0 && digits < length;
  const per = Math.max(1, letters.count);
  const mean = through.letters > 0 ? through.bits / through.letters : UNTOLD_BITS;
  return Float64Array.of(
    Math.log2(length),
    mean,
    parts.letters > 0 ? parts.bits / parts.letters : UNTOLD_BITS,
    through.worst,
    through.rare / Math.max(1, through.letters),
    parts.characters / length,
    Math.log2(1 + parts.longest),
    segments.length / length,
    digits / length,
    digitRuns / length,
    letters.capitals / length,
    short / length,
    letters.count > 0 ? letters.vowels / per : 0.4,
    Math.min(10, letters.consonantRun),
    letters.middle / per,
    letters.near / Math.max(1, letters.pairs),
    distinct / Math.min(26, length),
    repeated / length,
    letters.sameRun / length,
    symbols / length,
    isHex ? 1 : 0,
    letters.capitals === letters.count && letters.count > 0 ? 1 : 0,
    isCapital(codes[0] ?? 0) ? 1 : 0,
    Math.min(100, Math.max(-60, through.bits - through.letters * 4.7)) / 20,
    hasBase64Form(token) ? 1 : 0,
    letters.count > 0 && segments.some(({ script }) => script !== SCRIPT_NONE && script !== SCRIPT_LATIN) ? 1 : 0,
    Math.log2(1 + letters.count),
    letters.count === length ? 1 : 0,
    through.easy / Math.max(1, through.letters),
    through.hard / Math.max(1, through.letters),
    Math.min(16, letters.rowRun),
    letters.sameHand / Math.max(1, letters.pairs),
  );
}
