import type { ThresholdEntry } from './rule-file-schema.ts';

/** Shares and probabilities move by this much, and by less near their ends. */
const SHARE_STEP = 0.05;
const FINE_STEP = 0.01;
const NEAR_END = 0.1;

/**
 * How far one step moves a threshold: what its file states; else 1 for a whole number (words, lines, copies), .05 for a
 * share or probability, .01 for one of at most .1 or at least .9.
 */
export function thresholdStep({ value, step }: Pick<ThresholdEntry, 'value' | 'step'>): number {
  if (step !== undefined) return step;
  if (Number.isInteger(value)) return 1;
  return value <= NEAR_END || value >= 1 - NEAR_END ? FINE_STEP : SHARE_STEP;
}
