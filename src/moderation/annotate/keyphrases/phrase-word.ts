/** A word as keyphrases see it. */
export interface PhraseWord {
  /** In small letters, without a possessive. */
  readonly key: string;
  /** As it stands, without a possessive. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Part of a phrase; false for function words, numbers and single letters. */
  readonly isContent: boolean;
  /** A capital where a small letter would do. */
  readonly isCapital: boolean;
  /** Nothing but one blank or hyphen stands between it and the word before. */
  readonly isJoined: boolean;
  /** Stands where a verb stands: behind "to", "will", "they", or behind a subject. */
  readonly isVerb: boolean;
  /** Adjective or adverb and never a noun. */
  readonly isModifier: boolean;
}
