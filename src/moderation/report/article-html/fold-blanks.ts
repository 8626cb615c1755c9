/** Bounded, because V8 keeps a stack of what a repetition has read; two passes close up a run of a hundred million. */
const BLANKS = /\s{1,10000}/gu;

/** A text with each run of white space as one space, none at its ends. */
export function foldBlanks(text: string): string {
  return text.replace(BLANKS, ' ').replace(BLANKS, ' ').trim();
}
