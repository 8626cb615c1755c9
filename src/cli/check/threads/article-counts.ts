/** Places of what a thread counts for those who find it dead. */
export const ARTICLE_COUNTS = { begun: 0, ended: 1 } as const;

/** Bytes of both counts. */
export const COUNTS_BYTES = 2 * Int32Array.BYTES_PER_ELEMENT;
