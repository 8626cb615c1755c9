import { lookUpHash, MAX_NAME_WORDS } from '../look-up-name.ts';
import { NAME_CLASS } from '../name-class.ts';
import { type ClassList, toClassList } from './class-list.ts';
import { hashWord } from './hash-word.ts';
import type { WordFacts } from './word-facts.ts';

/** Place of a word in a phrase of a class: alone, first, within, last. */
const PLACE = { alone: 0, first: 1, inner: 2, last: 3 } as const;
const CLASSES = 29;
const BLANK = ' ';

/** For each class the length of the longest name that begins at a word, and where the last name of the class ends; written over. */
const LENGTHS = new Int32Array(CLASSES);
const ENDS = new Int32Array(CLASSES);

/** The classes of words that stand in phrases, row by row; none for the others. */
type Tags = (number[] | undefined)[];

function mark(facts: readonly WordFacts[], tags: Tags, from: number, length: number, kind: number): void {
  for (let row = from; row < from + length; row++) {
    const place = length === 1 ? PLACE.alone : row === from ? PLACE.first : row === from + length - 1 ? PLACE.last : PLACE.inner;
    const own = tags[row] ?? facts[row]?.classes.map((listed) => listed * 4) ?? [];
    own.push(kind * 4 + place);
    tags[row] = own;
  }
}

/** The lengths of the longest names from row `from`, class by class; returns the classes that have one, as bits. */
function findLengths(facts: readonly WordFacts[], barriers: readonly boolean[], from: number): number {
  let mask = facts[from]?.mask ?? 0;
  let hash = facts[from]?.keyHash ?? 0;
  let all = 0;
  for (let to = from + 1; ; to++) {
    const known = mask & ~NAME_CLASS.begins;
    all |= known;
    for (let kind = 0; known >> kind !== 0; kind++) if ((known >> kind) & 1) LENGTHS[kind] = to - from;
    const isOver = to >= facts.length || to - from >= MAX_NAME_WORDS || barriers[to];
    if (isOver || (mask & NAME_CLASS.begins) === 0) return all;
    hash = hashWord(facts[to]?.key ?? '', 0, undefined, hashWord(BLANK, 0, 1, hash));
    mask = lookUpHash(hash);
  }
}

/** Where the longest of the names that begin at row `from` ends, `all` being their classes. */
function endOfLongest(all: number, from: number): number {
  let longest = 1;
  for (let kind = 0; all >> kind !== 0; kind++) if ((all >> kind) & 1) longest = Math.max(longest, LENGTHS[kind] ?? 0);
  return from + longest;
}

/** Marks the names that begin at row `from` but those within a longer one of their class. */
function markNames(facts: readonly WordFacts[], tags: Tags, from: number, all: number): void {
  for (let kind = 0; all >> kind !== 0; kind++) {
    const length = LENGTHS[kind] ?? 0;
    if (!((all >> kind) & 1) || from + length <= (ENDS[kind] ?? 0)) continue;
    mark(facts, tags, from, length, kind);
    ENDS[kind] = from + length;
  }
}

/**
 * For each word the classes (times 4, plus its place) of the longest names of the gazetteer that it stands in, and of the word
 * lists; `barriers` tells where no name goes on from the word before. At most seven look-ups a word.
 */
export function readPhrases(facts: readonly WordFacts[], barriers: readonly boolean[]): readonly ClassList[] {
  const tags: Tags = [];
  let end = 0;
  ENDS.fill(0);
  for (let from = 0; from < facts.length; from++) {
    const mayBegin = ((facts[from]?.mask ?? 0) & NAME_CLASS.begins) !== 0;
    if (from >= end && !mayBegin) continue;
    const all = findLengths(facts, barriers, from);
    const longest = endOfLongest(all, from);
    // Most words stand in no phrase: what they are alone is known.
    if (from >= end && longest === from + 1) continue;
    end = Math.max(end, longest);
    tags[from] ??= (facts[from]?.classes ?? []).map((listed) => listed * 4);
    markNames(facts, tags, from, all);
  }
  return facts.map(({ alone }, row) => {
    const own = tags[row];
    return own ? toClassList(own) : alone;
  });
}
