import { LABEL_COUNT, mayEnd, mayFollow, mayStart } from './labels.ts';

const LABEL_ROWS = Array.from({ length: LABEL_COUNT }, (_, label) => label);
/** Labels that may stand before each label. */
export const PRECEDING: readonly (readonly number[])[] = LABEL_ROWS.map((next) =>
  LABEL_ROWS.filter((label) => mayFollow(label, next)),
);
/** The same where no name goes on from the word before. */
export const PRECEDING_AT_BARRIER: readonly (readonly number[])[] = PRECEDING.map((labels, next) =>
  mayStart(next) ? labels : [],
);
/** Labels that may stand after each label. */
export const FOLLOWING: readonly (readonly number[])[] = LABEL_ROWS.map((label) =>
  LABEL_ROWS.filter((next) => mayFollow(label, next)),
);
export const FOLLOWING_AT_BARRIER: readonly (readonly number[])[] = FOLLOWING.map((labels) => labels.filter(mayStart));
export const STARTS: readonly boolean[] = LABEL_ROWS.map(mayStart);
export const ENDS: readonly boolean[] = LABEL_ROWS.map(mayEnd);
/** 1 where the second label may stand after the first: row by row. */
export const FOLLOWS: Uint8Array = Uint8Array.from(
  LABEL_ROWS.flatMap((label) => LABEL_ROWS.map((next) => (mayFollow(label, next) ? 1 : 0))),
);
