import { VARIANT_WORDS } from './variant-words.ts';

const isShortOf = (name: string, full: string): boolean =>
  name === full || (name.length === 1 && full.startsWith(name)) || VARIANT_WORDS.shortGiven.get(full)?.has(name) === true;

/**
 * Whether the given names of a person may be a shorter way to write those of another: initials, listed short forms, middle names left out.
 * That one begins the other is not enough: Paul is not Paula.
 */
export function isGivenShort(short: readonly string[], full: readonly string[]): boolean {
  if (short.join('') === full.join('')) return false;
  let at = 0;
  for (const [row, name] of short.entries()) {
    const found = full.findIndex((candidate, place) => place >= at && isShortOf(name, candidate));
    if (found < 0 || (row === 0 && found > 1)) return false;
    at = found + 1;
  }
  return true;
}
