import type { PageRules } from './page-rules.ts';

/** Words: fewer name somebody, they describe no picture. */
const MAX_NAME_WORDS = 3;
/** Words of a line that a credit has besides the names in it. */
const MAX_WORDS = 9;

/** True for a line below a picture that says who took it and not what it shows. */
export function isCredit(text: string, { credits }: PageRules): boolean {
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\p{N}©]+/u)
    .filter((word) => word !== '');
  if (words.length <= MAX_NAME_WORDS) return true;
  if (words.length > MAX_WORDS) return false;
  const first = words[0] ?? '';
  return credits.has(first) || text.includes('©') || words.filter((word) => credits.has(word)).length > 1;
}
