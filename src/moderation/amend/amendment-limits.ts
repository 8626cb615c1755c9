/** The most that a list of amendments may hold; what is beyond has no effect, and the result is incomplete. */
export const AMENDMENT_LIMITS = {
  /** Amendments that count. */
  count: 10_000,
  /** UTF-16 code units of one new text, and of all together. */
  text: 100_000,
  allText: 1_000_000,
} as const;
