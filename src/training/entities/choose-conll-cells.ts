import type { ConllRow } from './split-conll.ts';
import { TrainingDataError } from './training-data-error.ts';

/** A token and its tag, as they are written. */
export interface ConllToken {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly token: string;
  readonly tag: string;
}

type Sentence = readonly ConllRow[];

const TAG = /^(?:O|[BILEMSU]-.+)$/u;
const NUMBER = /^\d{1,6}$/u;
/** A row of CoNLL-U that stands for several words or for one that is not written. */
const EXTRA_ROW = /^\d{1,6}[-.]\d{1,6}$/u;
/** Words of a sentence below which a first column that counts, or stays the same, can be chance. */
const MIN_WORDS = 3;

const firstOf = ({ cells }: ConllRow): string => cells[0] ?? '';

/** True for a row that is no word of its own, in a file whose first column counts. */
const isExtraRow = (row: ConllRow): boolean => EXTRA_ROW.test(firstOf(row));

/** True when the first column goes up by one from word to word. */
function counts(sentence: Sentence): boolean {
  const numbers = sentence.filter((row) => !isExtraRow(row)).map(firstOf);
  const start = Number(numbers[0]);
  return numbers.every((number, at) => NUMBER.test(number) && Number(number) === start + at);
}

const isRepeated = (sentence: Sentence): boolean => sentence.every((row) => firstOf(row) === firstOf(sentence[0] ?? row));

function refuse(file: string, sentence: Sentence | undefined, reason: string): never {
  throw new TrainingDataError(
    `${file}:${sentence?.[0]?.line ?? 1}: ${reason}, so it cannot be told where the token is; put it first`,
  );
}

/** The last column of which most are tags; the last one if there is none, for its first line to be refused. */
function findTag(sentences: readonly Sentence[], width: number, token: number): number {
  const rows = sentences.flat();
  for (let column = width - 1; column > token; column--) {
    const tags = rows.filter(({ cells }) => TAG.test(cells[column] ?? '')).length;
    if (tags > rows.length / 2) return column;
  }
  return width - 1;
}

/**
 * The tokens and tags in the sentences of a file: the token stands first, or second after a count of the words; the tag last, or before
 * columns that hold no tags. Throws `TrainingDataError` when the token's place cannot be told.
 */
export function chooseConllCells(sentences: readonly Sentence[], file: string): readonly (readonly ConllToken[])[] {
  const width = sentences[0]?.[0]?.cells.length ?? 0;
  const long = sentences.filter(({ length }) => length >= MIN_WORDS);
  const counted = long.find(counts);
  const isCounted = counted !== undefined && sentences.every(counts);
  if (counted && !isCounted && width > 2) refuse(file, counted, 'the first column counts the words here, but not everywhere');
  if (isCounted && width === 2) refuse(file, counted, 'the first column counts the words and the second is the last');
  const repeated = long.filter(isRepeated);
  if (width > 2 && repeated.length > long.length / 2) refuse(file, repeated[0], 'the first column stays the same');
  const token = isCounted ? 1 : 0;
  const tag = findTag(sentences, width, token);
  const choose = ({ line, cells }: ConllRow) => ({ line, token: cells[token] ?? '', tag: cells[tag] ?? '' });
  return sentences.map((rows) => (isCounted ? rows.filter((row) => !isExtraRow(row)) : rows).map(choose));
}
