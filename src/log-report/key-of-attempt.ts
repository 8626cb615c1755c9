const SHIFT = 2 ** 20;

/** One number for an attempt of a run, which grows by run, then by attempt; those beyond a million of one run share it. */
export const keyOfAttempt = (run: number, attempt: number): number => run * SHIFT + Math.min(attempt, SHIFT - 1);
