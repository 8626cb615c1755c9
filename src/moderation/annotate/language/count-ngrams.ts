import { CLOSES_WORD, INSIDE, OPENS_WORD } from './language-model.ts';

/** Bytes of an n-gram, and from one to the next. */
const LENGTH = 4;
const STRIDE = 3;
/** Bytes of a word that are read. */
const MAX_WORD = 70;
/** Bytes of words and the blanks between them that are read: eld ends at the next blank after 350, and within a word when it has more than 380. */
const ENOUGH = 350;
const MAX_BYTES = 381;
const ENCODER = new TextEncoder();
const WORD = /[\p{L}'`’]+/gu;
const APOSTROPHES = "'`’";

/** What the beginning of a text holds. */
export interface NgramCount {
  /** N-grams by their kind, each once. */
  readonly sets: readonly ReadonlySet<number>[];
  /** UTF-16 code units of letters that were read. */
  readonly letters: number;
}

function withoutLastMarks(word: string): string {
  let end = word.length;
  while (end > 0 && APOSTROPHES.includes(word.charAt(end - 1))) end--;
  return word.slice(0, end);
}

const packBytes = (bytes: Uint8Array, at: number, end: number): number => {
  let key = 0;
  for (let offset = 0; offset < LENGTH; offset++) key = (key << 8) | (at + offset < end ? (bytes[at + offset] ?? 0) : 0);
  return key;
};

function addWord(sets: readonly Set<number>[], bytes: Uint8Array, length: number): void {
  const end = Math.min(length, MAX_WORD);
  let at = 0;
  for (; at + LENGTH < end; at += STRIDE) sets[at === 0 ? OPENS_WORD : INSIDE]?.add(packBytes(bytes, at, end));
  const last = Math.max(0, end - LENGTH);
  sets[at === 0 ? OPENS_WORD + CLOSES_WORD : CLOSES_WORD]?.add(packBytes(bytes, last, end));
}

/** The first 350 bytes of a text, to the end of a word, as the n-grams of four UTF-8 bytes that eld counts; each once. */
export function countNgrams(text: string): NgramCount {
  const sets = [new Set<number>(), new Set<number>(), new Set<number>(), new Set<number>()];
  const bytes = new Uint8Array(MAX_BYTES + LENGTH);
  let read = 0;
  let letters = 0;
  for (const match of text.matchAll(WORD)) {
    const word = withoutLastMarks(match[0]);
    if (word === '') continue;
    const { written } = ENCODER.encodeInto(word.toLowerCase(), bytes.subarray(0, MAX_BYTES - read));
    if (written > 0) addWord(sets, bytes, written);
    letters += word.length;
    read += written;
    if (read > ENOUGH) break;
    read++;
  }
  return { sets, letters };
}
