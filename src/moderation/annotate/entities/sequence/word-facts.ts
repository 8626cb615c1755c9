import { lookUpHash } from '../look-up-name.ts';
import { NAME_CLASS } from '../name-class.ts';
import { toNameKey } from '../name-key.ts';
import { type CacheMark, createMark } from './cache-mark.ts';
import { type ClassList, toClassList } from './class-list.ts';
import { classesOf } from './classes-of.ts';
import { hashWord } from './hash-word.ts';

/** How a word is written. */
export const CASE = { lower: 0, initial: 1, upper: 2, mixed: 3, letter: 4, digits: 5, dotted: 6, code: 7 } as const;

/** What a word shows by itself; numbers are hashes. */
export interface WordFacts {
  readonly lowerText: string;
  readonly exact: number;
  readonly lower: number;
  readonly prefix3: number;
  readonly prefix4: number;
  readonly suffix2: number;
  readonly suffix3: number;
  readonly suffix4: number;
  /** Kinds of letters in order, runs cut to two. */
  readonly shape: number;
  readonly case: number;
  readonly length: number;
  /** Its key in the gazetteer, the hash of that before it is spread, and its classes there. */
  readonly key: string;
  readonly keyHash: number;
  readonly mask: number;
  /** Numbers of the word lists that hold it. */
  readonly classes: readonly number[];
  /** Its classes outside of any phrase. */
  readonly alone: ClassList;
  readonly mark: CacheMark;
}

const LOWER = /\p{Ll}/u;
const UPPER = /\p{Lu}/u;
const DIGIT = /\p{N}/u;
const INNER_CAPITAL = /.\p{Lu}/u;
/** Words that are told at a glance. */
const PLAIN_LOWER = /^[a-z]+$/u;
const PLAIN_INITIAL = /^[A-Z][a-z]+$/u;

function readCase(text: string): number {
  if (PLAIN_LOWER.test(text)) return CASE.lower;
  if (PLAIN_INITIAL.test(text)) return CASE.initial;
  const [lower, upper, digit] = [LOWER.test(text), UPPER.test(text), DIGIT.test(text)];
  if (digit) return lower || upper ? CASE.code : CASE.digits;
  if (!upper) return CASE.lower;
  if (text.includes('.')) return CASE.dotted;
  if (!lower) return text.length === 1 ? CASE.letter : CASE.upper;
  if (!UPPER.test(text.slice(0, 1))) return CASE.mixed;
  return INNER_CAPITAL.test(text) ? CASE.mixed : CASE.initial;
}

function shapeOf(text: string): string {
  if (PLAIN_LOWER.test(text)) return text.length > 1 ? 'xx' : 'x';
  if (PLAIN_INITIAL.test(text)) return text.length > 2 ? 'Xxx' : 'Xx';
  let shape = '';
  for (const letter of text) {
    const kind = DIGIT.test(letter) ? '0' : UPPER.test(letter) ? 'X' : LOWER.test(letter) ? 'x' : letter;
    if (!shape.endsWith(kind + kind)) shape += kind;
  }
  return shape;
}

/** Classes of a word outside of any phrase: those of the word lists, then those of the gazetteer in ascending order. */
function listAlone(classes: readonly number[], mask: number): ClassList {
  const known = mask & ~NAME_CLASS.begins;
  const kinds = classes.map((kind) => kind * 4);
  for (let kind = 0; known >> kind !== 0; kind++) if ((known >> kind) & 1) kinds.push(kind * 4);
  return toClassList(kinds);
}

/** What a word shows by itself. Digits all count as 0 in its identity. */
export function readWordFacts(word: string): WordFacts {
  const text = PLAIN_LOWER.test(word) ? word : word.replaceAll(/\p{N}/gu, '0').replaceAll('’', "'");
  const lowerText = text.toLowerCase();
  const lower = hashWord(lowerText);
  const size = lowerText.length;
  const key = toNameKey(word);
  const keyHash = hashWord(key);
  const mask = lookUpHash(keyHash);
  const classes = classesOf(lowerText);
  return {
    lowerText,
    exact: hashWord(text),
    lower,
    prefix3: hashWord(lowerText, 0, Math.min(3, size)),
    prefix4: hashWord(lowerText, 0, Math.min(4, size)),
    suffix2: hashWord(lowerText, Math.max(0, size - 2)),
    suffix3: hashWord(lowerText, Math.max(0, size - 3)),
    suffix4: hashWord(lowerText, Math.max(0, size - 4)),
    shape: hashWord(shapeOf(text)),
    case: readCase(word),
    length: text.length,
    key,
    keyHash,
    mask,
    classes,
    alone: listAlone(classes, mask),
    mark: createMark(),
  };
}
