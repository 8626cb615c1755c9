import type { Line } from './signal-facts.ts';

/** Sum of a number of each line. */
export function sumLines(lines: readonly Line[], measure: (line: Line) => number): number {
  let sum = 0;
  for (const line of lines) sum += measure(line);
  return sum;
}
