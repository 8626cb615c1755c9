import type { Loss } from './measure-loss.ts';

/** True when half of a text or more is gone: what is left cannot be read for what it was. */
export function isLost({ characters, lost }: Loss): boolean {
  return characters > 0 && 2 * lost >= characters;
}
