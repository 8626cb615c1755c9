/** A letter of a word with its script, one of the constants of `script-of-letter.ts`. */
export interface Letter {
  readonly text: string;
  readonly script: number;
}
