import type { EntityType } from './annotation.ts';
import type { BlockKind } from './block.ts';
import type { Span } from './span.ts';

/** A block of a cleaned article as a recogniser gets it; code is left out. */
export interface Passage {
  readonly kind: BlockKind;
  readonly text: string;
}

/** A name in a passage: `start`/`end` in UTF-16 code units of its text. */
export interface RecognisedName extends Span {
  readonly type: EntityType;
  /** 0 to 1. */
  readonly confidence: number;
}

/** The names of each passage, in the order of the passages. */
export type RecognisedNames = readonly (readonly RecognisedName[])[];

/** A recogniser of names that stands in for the built-in one; see `moderateWith`. */
export interface EntityRecogniser {
  /** What it is, as `provenance.models.entities` states it: its name and the hash of its files. */
  readonly name: string;
  /** Finds the names of one article. What it throws or rejects with, and names out of place, are not passed on: see `moderateWith`. */
  readonly recognise: (passages: readonly Passage[]) => RecognisedNames | Promise<RecognisedNames>;
}
