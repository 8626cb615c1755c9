import { lookUpName, MAX_NAME_WORDS } from '../look-up-name.ts';
import { NAME_CLASS } from '../name-class.ts';
import type { WordFacts } from './word-facts.ts';

/** Place of a word in a phrase of a class: alone, first, within, last. */
const PLACE = { alone: 0, first: 1, inner: 2, last: 3 } as const;
const CLASSES = 29;

function mark(tags: number[][], from: number, length: number, kind: number): void {
  for (let at = 0; at < length; at++) {
    const place = length === 1 ? PLACE.alone : at === 0 ? PLACE.first : at === length - 1 ? PLACE.last : PLACE.inner;
    tags[from + at]?.push(kind * 4 + place);
  }
}

/** The lengths of the longest names from row `from`, class by class, into `lengths`; returns the classes that have one, as bits. */
function findLengths(facts: readonly WordFacts[], barriers: readonly boolean[], from: number, lengths: Int32Array): number {
  let mask = facts[from]?.mask ?? 0;
  let key = facts[from]?.key ?? '';
  let all = 0;
  for (let to = from + 1; ; to++) {
    const known = mask & ~NAME_CLASS.begins;
    all |= known;
    for (let kind = 0; known >> kind !== 0; kind++) if ((known >> kind) & 1) lengths[kind] = to - from;
    const isOver = to >= facts.length || to - from >= MAX_NAME_WORDS || barriers[to];
    if (isOver || (mask & NAME_CLASS.begins) === 0) return all;
    key = `${key} ${facts[to]?.key}`;
    mask = lookUpName(key);
  }
}

/**
 * For each word the classes (times 4, plus its place) of the longest names of the gazetteer that it stands in, and of the word
 * lists; `barriers` tells where no name goes on from the word before. At most seven look-ups a word.
 */
export function readPhrases(facts: readonly WordFacts[], barriers: readonly boolean[]): readonly (readonly number[])[] {
  const tags: number[][] = facts.map(({ classes }) => classes.map((kind) => kind * 4));
  const ends = new Int32Array(CLASSES);
  const lengths = new Int32Array(CLASSES);
  for (let from = 0; from < facts.length; from++) {
    const all = findLengths(facts, barriers, from, lengths);
    for (let kind = 0; all >> kind !== 0; kind++) {
      const length = lengths[kind] ?? 0;
      if (!((all >> kind) & 1) || from + length <= (ends[kind] ?? 0)) continue;
      mark(tags, from, length, kind);
      ends[kind] = from + length;
    }
  }
  return tags;
}
