/** A minus that stands alone before a number, not a hyphen between words. */
const MINUS = /(?<![^\s(])[-−]$/u;

/** True when the character before `start` is a minus; nothing before `floor` is looked at. */
export function isNegative(text: string, floor: number, start: number): boolean {
  return start > floor && MINUS.test(text.slice(Math.max(floor, start - 2), start));
}
