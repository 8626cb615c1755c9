import type { PhraseForm } from './read-form.ts';

/** A word as keyphrases see it. */
export interface PhraseWord {
  /** What it is by itself. */
  readonly form: PhraseForm;
  readonly start: number;
  readonly end: number;
  /** A capital where a small letter would do. */
  readonly isCapital: boolean;
  /** Nothing but one blank or hyphen stands between it and the word before. */
  readonly isJoined: boolean;
  /** Stands where a verb stands: behind "to", "will", "they", or behind a subject. */
  readonly isVerb: boolean;
  /** Adjective or adverb and never a noun. */
  readonly isModifier: boolean;
}
