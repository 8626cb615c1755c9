import type { PageLine } from '../data/read-pages.ts';

/** True for what has to go. A near-duplicate has to stay and be flagged: it may say something new. */
export function isNoiseLine({ label }: PageLine): boolean {
  return label !== 'content' && label !== 'near_duplicate';
}
