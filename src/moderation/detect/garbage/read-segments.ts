import { codeOf } from '../../text/letter-code.ts';
import { type NgramTable, ngramBits, shiftNgram } from '../../text/ngram-table.ts';
import { SEGMENT_LETTERS, type Segment } from '../../text/split-segments.ts';

/** Bits a letter: above it a stretch of letters does not read like any word, below it like one. */
const READABLE_BITS = 4.6;
const RARE_BITS = 9;
const EASY_BITS = 2.5;
const HARD_BITS = 6;
const WINDOW = 4;

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
export function readThrough(
  codes: Uint16Array,
  segments: readonly Segment[],
  tables: readonly (NgramTable | undefined)[],
): Reading {
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
export function readSegments(
  codes: Uint16Array,
  segments: readonly Segment[],
  tables: readonly (NgramTable | undefined)[],
): Readable {
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
