import type { DocumentBlock } from '../../model/document.ts';
import type { LineMatches } from './find-line-matches.ts';
import type { Repetition } from './measure-repetition.ts';
import type { LineMarks } from './read-line-marks.ts';

/** A line: a block of the cleaned text. Lines that were wrapped are one. */
export interface Line extends LineMarks {
  readonly block: DocumentBlock;
  /** True when an earlier line has the same text. */
  readonly repeated: boolean;
}

/** What the signals are computed from: the cleaned text, read once. Characters are UTF-16 code units. */
export interface SignalFacts {
  /** Characters of the text as received, and of the cleaned text. */
  readonly receivedLength: number;
  readonly length: number;
  readonly lines: readonly Line[];
  /** Words and numbers. */
  readonly words: number;
  /** Words that hold a letter. */
  readonly letteredWords: number;
  /** Characters of all words. */
  readonly wordCharacters: number;
  /** Different stop words that occur. */
  readonly stopWords: number;
  readonly repetition: Repetition;
  readonly matches: LineMatches;
}

/** Computes one signal. */
export type Measure = (facts: SignalFacts) => number;
