/** Points as an integer of a hundredth: sums of integers are exact. */
export function toHundredths(points: number): number {
  return Math.round(points * 100);
}
