/** A unit of a clean article: its title, a heading, or a sentence of its prose. */
interface CleanUnit {
  readonly kind: 'headline' | 'heading' | 'sentence';
  readonly text: string;
  /** First and last (exclusive) code unit in the article. */
  readonly start: number;
  readonly end: number;
}

/** An article without noise; whatever is taken out of it is an error. */
export interface CleanArticle {
  readonly file: string;
  /** Of the first unit's record in the file. */
  readonly line: number;
  readonly text: string;
  readonly units: readonly CleanUnit[];
}
