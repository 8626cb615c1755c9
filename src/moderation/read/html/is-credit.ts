import type { PageRules } from './page-rules.ts';

/** Words of a line that a credit has besides the names in it. */
const MAX_WORDS = 9;
/** Two or three words with capitals and nothing else: somebody's name. */
const NAME = /^\p{Lu}\p{Ll}{1,30}(?:[ -]\p{Lu}\p{Ll}{1,30}){1,2}$/u;

/** True for a short line that begins with a word for pictures or sources, or names two agencies. */
export function namesSource(text: string, { credits }: PageRules): boolean {
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\p{N}©]+/u)
    .filter((word) => word !== '');
  if (words.length > MAX_WORDS) return false;
  return credits.has(words[0] ?? '') || text.includes('©') || words.filter((word) => credits.has(word)).length > 1;
}

/** True for a line below a picture that says who took it and not what it shows. */
export function isCredit(text: string, rules: PageRules): boolean {
  return NAME.test(text.trim()) || namesSource(text, rules);
}
