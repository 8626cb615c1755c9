import { ALPHABETS, codeOf, isCapital, SCRIPT_DIGIT, SCRIPT_LATIN, SCRIPT_NONE, scriptOf } from '../../text/letter-code.ts';
import { type NgramTable, ngramBits, shiftNgram } from '../../text/ngram-table.ts';
import {
  encodeToken,
  isKnownScript,
  SEGMENT_DIGITS,
  SEGMENT_LETTERS,
  type Segment,
  splitSegments,
} from '../../text/split-segments.ts';

/** UTF-16 code units: what a token is judged by. More of it would say the same. */
const MAX_MEASURED = 256;
/** Bits a letter: above it a stretch of letters does not read like any word, below it like one. */
const READABLE_BITS = 4.6;
const RARE_BITS = 9;
const EASY_BITS = 2.5;
const HARD_BITS = 6;
/** Bits a letter when a token has no stretch of letters long enough to tell. */
const UNTOLD_BITS = 5.5;
const WINDOW = 4;

/** Keys of the keyboard in rows; column and row of a letter are its place here. */
const KEYBOARDS: readonly (readonly string[])[] = [
  [],
  ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'],
  ['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю'],
  ['ςερτυθιοπ', 'ασδφγηξκλ', 'ζχψωβνμ'],
];
const VOWELS: readonly string[] = ['', 'aeiouy', 'аеиоуыэюяії', 'αεηιουω'];

/** Key of each letter, `row * 16 + column + 1`, by script and code; 0 when it has none. */
const KEYS: readonly Uint8Array[] = ALPHABETS.map((letters, script) =>
  Uint8Array.from(` ${letters}`, (letter) => {
    const row = (KEYBOARDS[script] ?? []).findIndex((keys) => keys.includes(letter));
    return row < 0 || letter === ' ' ? 0 : row * 16 + (KEYBOARDS[script]?.[row] ?? '').indexOf(letter) + 1;
  }),
);
const IS_VOWEL: readonly Uint8Array[] = ALPHABETS.map((letters, script) =>
  Uint8Array.from(` ${letters}`, (letter) => ((VOWELS[script] ?? '').includes(letter) && letter !== ' ' ? 1 : 0)),
);

/** Names of the features, in the order in which the weights stand. */
export const FEATURES = [
  'log_length',
  'bits_per_letter',
  'bits_per_segment_letter',
  'worst_window_bits',
  'rare_share',
  'readable_share',
  'longest_readable',
  'segment_share',
  'digit_share',
  'digit_run_share',
  'capital_share',
  'short_segment_share',
  'vowel_share',
  'consonant_run',
  'middle_row_share',
  'near_key_share',
  'distinct_share',
  'repeat_share',
  'same_run_share',
  'symbol_share',
  'hex_share',
  'all_capitals',
  'starts_capital',
  'surplus_bits',
  'base64_form',
  'not_latin',
  'letter_count',
  'letters_only',
  'easy_share',
  'hard_share',
  'row_run',
  'same_hand_share',
] as const;

interface Letters {
  count: number;
  vowels: number;
  capitals: number;
  middle: number;
  near: number;
  pairs: number;
  consonantRun: number;
  sameRun: number;
  /** Pairs of letters typed with the same hand, and the longest run of letters in one row of keys. */
  sameHand: number;
  rowRun: number;
}

function keyOf(code: number): number {
  return KEYS[scriptOf(code)]?.[codeOf(code)] ?? 0;
}

function isNear(a: number, b: number): boolean {
  return a > 0 && b > 0 && Math.abs((a >>> 4) - (b >>> 4)) <= 1 && Math.abs((a & 15) - (b & 15)) <= 1;
}

const isKnownLetter = (code: number): boolean => isKnownScript(scriptOf(code));
const isVowel = (code: number): boolean => IS_VOWEL[scriptOf(code)]?.[codeOf(code)] === 1;

/** Keys left of the sixth column are the left hand's. */
const isSameHand = (a: number, b: number): boolean => a > 0 && b > 0 && (a & 15) <= 5 === (b & 15) <= 5;

function countLetter(counts: Letters, code: number, previous: number): void {
  const key = keyOf(code);
  counts.count++;
  if (isVowel(code)) counts.vowels++;
  if (isCapital(code)) counts.capitals++;
  if (key > 16 && key < 32) counts.middle++;
  if (!isKnownLetter(previous)) return;
  counts.pairs++;
  if (isNear(key, keyOf(previous))) counts.near++;
  if (isSameHand(key, keyOf(previous))) counts.sameHand++;
}

/** Letters counted in one walk: vowels, capitals, keys of the middle row, neighbours on the keyboard, longest runs. */
function countLetters(codes: Uint16Array): Letters {
  const counts: Letters = {
    ...{ count: 0, vowels: 0, capitals: 0, middle: 0, near: 0, pairs: 0 },
    ...{ consonantRun: 0, sameRun: 0, sameHand: 0, rowRun: 0 },
  };
  let row = 0;
  let consonants = 0;
  let same = 0;
  let previous = 0;
  for (const code of codes) {
    same = codeOf(code) === codeOf(previous) && scriptOf(code) === scriptOf(previous) ? same + 1 : 1;
    counts.sameRun = Math.max(counts.sameRun, same);
    consonants = isKnownLetter(code) && !isVowel(code) ? consonants + 1 : 0;
    counts.consonantRun = Math.max(counts.consonantRun, consonants);
    if (isKnownLetter(code)) countLetter(counts, code, previous);
    row = keyOf(code) > 0 && keyOf(code) >>> 4 === keyOf(previous) >>> 4 && keyOf(previous) > 0 ? row + 1 : 1;
    counts.rowRun = Math.max(counts.rowRun, row);
    previous = code;
  }
  return counts;
}

/** How a stretch of letters reads: bits of each letter after those before it, the edges of the word included. */
interface Reading {
  bits: number;
  letters: number;
  rare: number;
  /** Letters that were to be expected, and letters that were not. */
  easy: number;
  hard: number;
  worst: number;
}

function readStretch(codes: Uint16Array, start: number, end: number, table: NgramTable, reading: Reading, closes: boolean): void {
  let index = 0;
  let window = 0;
  const recent = [0, 0, 0, 0];
  for (let at = start; at < end + (closes ? 1 : 0); at++) {
    index = shiftNgram(table, index, at < end ? codeOf(codes[at] ?? 0) : 0);
    const bits = ngramBits(table, index);
    const slot = (at - start) % WINDOW;
    window += bits - (recent[slot] ?? 0);
    recent[slot] = bits;
    reading.bits += bits;
    reading.letters++;
    if (bits > RARE_BITS) reading.rare++;
    if (bits < EASY_BITS) reading.easy++;
    if (bits > HARD_BITS) reading.hard++;
    if (at - start >= WINDOW - 1) reading.worst = Math.max(reading.worst, window / WINDOW);
  }
}

const nothingRead = (): Reading => ({ bits: 0, letters: 0, rare: 0, easy: 0, hard: 0, worst: 0 });

/** Reads all letters of a token through, camel case and digits not parting them. */
function readThrough(codes: Uint16Array, segments: readonly Segment[], tables: readonly (NgramTable | undefined)[]): Reading {
  const reading = nothingRead();
  for (let at = 0; at < segments.length; ) {
    const first = segments[at];
    let last = at;
    while (segments[last + 1]?.kind === SEGMENT_LETTERS && segments[last + 1]?.script === first?.script) last++;
    const table = first?.kind === SEGMENT_LETTERS ? tables[first.script] : undefined;
    if (first && table) readStretch(codes, first.start, segments[last]?.end ?? first.end, table, reading, true);
    at = last + 1;
  }
  return reading;
}

interface Readable {
  bits: number;
  letters: number;
  characters: number;
  longest: number;
}

/** Reads each segment of three letters or more as a word of its own. */
function readSegments(codes: Uint16Array, segments: readonly Segment[], tables: readonly (NgramTable | undefined)[]): Readable {
  const readable: Readable = { bits: 0, letters: 0, characters: 0, longest: 0 };
  for (const { kind, script, start, end } of segments) {
    const table = tables[script];
    if (kind !== SEGMENT_LETTERS || end - start < 3 || !table) continue;
    const reading = nothingRead();
    readStretch(codes, start, end, table, reading, true);
    readable.bits += reading.bits;
    readable.letters += reading.letters;
    if (reading.bits / reading.letters > READABLE_BITS) continue;
    readable.characters += end - start;
    readable.longest = Math.max(readable.longest, end - start);
  }
  return readable;
}

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
