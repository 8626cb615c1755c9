/** One thing an article with gold labels is held to. */
export interface SeedCheck {
  /** Stable: earlier runs are compared by it. */
  readonly name: string;
  readonly parts: readonly SeedPart[];
}

/** One part of a check, for example one line. */
export interface SeedPart {
  /** Line of `article.txt`, or 0 where none is meant. */
  readonly line: number;
  readonly text: string;
  readonly isRight: boolean;
  /** What was found instead. */
  readonly evidence: string;
}
