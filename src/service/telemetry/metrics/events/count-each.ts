import type { Labels } from '../open-makers.ts';

/** Counts each value of one label by how often it was there. */
export function countEach(
  count: (labels: Labels, value: number) => void,
  name: string,
  counts: Readonly<Record<string, number>> = {},
): void {
  for (const [value, n] of Object.entries(counts)) count({ [name]: value }, n);
}
