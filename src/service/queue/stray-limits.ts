/** What is looked for when a clock was wrong. */
export const STRAY_LIMITS = {
  /** How far clocks may be apart, and how late a worker may be. */
  slackMs: 10_000,
  /** Jobs at a time: more than the window of jobs, and no more than a round should move. */
  most: 1000,
} as const;
