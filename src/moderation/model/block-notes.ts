/**
 * What was read from the text of a block so far, a place for each kind of note. An article is parsed again after each round of
 * cleaning, and most of its blocks are the same; and feeds say the same lines in article after article. Blocks of one text share
 * their notes, so nothing is read from it twice.
 */
export interface BlockNotes {
  readonly text: string;
  /** For each kind what was read, behind what it was read with besides the text, such as a ruleset. */
  readonly cells: unknown[];
}
