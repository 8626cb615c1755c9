/** The most that a web page may have. `tests/service/processing/large-pages.test.ts` has pages at these bounds moderated in a worker's thread. */
export const PAGE_LIMITS = {
  /** UTF-16 code units of the source; of more, nothing is read. Their text is never longer. */
  source: 12_000_000,
  /** A page of more is read without its tree. The densest of our labelled pages would have 283,000 in ten million code units. */
  elements: 800_000,
  /** Of more blocks, none is read. */
  blocks: 200_000,
} as const;
