/** Bits of a word. */
export const WORD = 32;
/** Numbers of a chain that have a bit; longer chains stand in `ChainRest`. */
export const BITS = 2 * WORD;
/** Attempts of a run, and runs, that have a bit. */
export const ATTEMPTS = 8;
export const RUNS = WORD / ATTEMPTS;

/** `at` from 0. */
export const bitOf = (at: number): number => (1 << at) >>> 0;

/** The columns of the table of articles, one value a slot. */
export function createArticleColumns(slots: number) {
  return {
    high: new Uint32Array(slots),
    low: new Uint32Array(slots),
    numbers: new Uint32Array(slots),
    moreNumbers: new Uint32Array(slots),
    last: new Uint32Array(slots),
    states: new Uint16Array(slots),
    started: new Uint32Array(slots),
    ended: new Uint32Array(slots),
    receivedAt: new Float64Array(slots).fill(Number.NaN),
    startedAt: new Float64Array(slots).fill(Number.NaN),
  };
}

export type ArticleColumns = ReturnType<typeof createArticleColumns>;
