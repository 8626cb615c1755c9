/** Digits that are kept, so that a figure is the same bytes on every machine. */
const SCALE = 1_000_000;

/** `part / whole` to six digits, or `null` when there is no whole. */
export function divide(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * SCALE) / SCALE;
}
