export const STAGES = ['read', 'parse', 'detect', 'clean', 'annotate', 'score'] as const;
export type Stage = (typeof STAGES)[number];

/** Runs a stage and returns what it returns. Stages nest: `clean` runs `read`, `parse` and `detect`, these two once a round. */
export type Watch = <T>(stage: Stage, run: () => T) => T;
