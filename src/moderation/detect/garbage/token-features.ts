import { codeOf, isCapital, SCRIPT_DIGIT, SCRIPT_LATIN, SCRIPT_NONE, scriptOf } from '../../text/letter-code.ts';
import type { NgramTable } from '../../text/ngram-table.ts';
import { encodeToken, SEGMENT_DIGITS, SEGMENT_LETTERS, splitSegments } from '../../text/split-segments.ts';
import { countLetters } from './count-letters.ts';
import { readSegments, readThrough } from './read-segments.ts';

/** UTF-16 code units: what a token is judged by. More of it would say the same. */
const MAX_MEASURED = 256;
/** Bits a letter when a token has no stretch of letters long enough to tell. */
const UNTOLD_BITS = 5.5;

function countDistinct(codes: Uint16Array): { readonly distinct: number; readonly repeated: number } {
  const single = new Set<number>();
  const pairs = new Set<number>();
  for (let at = 0; at < codes.length; at++) {
    single.add((codes[at] ?? 0) & 0x7ff);
    if (at > 0) pairs.add((((codes[at - 1] ?? 0) & 0x7ff) << 11) | ((codes[at] ?? 0) & 0x7ff));
  }
  return { distinct: single.size, repeated: codes.length - 1 - pairs.size };
}

function countHex(codes: Uint16Array): number {
  let hex = 0;
  for (const code of codes) {
    if (scriptOf(code) === SCRIPT_DIGIT || (scriptOf(code) === SCRIPT_LATIN && codeOf(code) <= 6)) hex++;
  }
  return hex;
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
  const digits = codes.reduce((sum, code) => sum + (scriptOf(code) === SCRIPT_DIGIT ? 1 : 0), 0);
  const symbols = codes.reduce((sum, code) => sum + (scriptOf(code) === SCRIPT_NONE ? 1 : 0), 0);
  const digitRuns = segments.filter(({ kind }) => kind === SEGMENT_DIGITS).length;
  const short = segments.filter(({ kind, start, end }) => kind === SEGMENT_LETTERS && end - start <= 2).length;
  const hex = countHex(codes) === length && digits > 0 && digits < length ? 1 : 0;
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
    hex,
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
