import type { PageRules } from './page-rules.ts';

/** Words of a line that a credit has besides the names in it. */
const MAX_WORDS = 9;
/** Two or three words with capitals and nothing else: somebody's name. */
const NAME = /^\p{Lu}\p{Ll}{1,30}(?:[ -]\p{Lu}\p{Ll}{1,30}){1,2}$/u;

/** True for a line below a picture that says who took it and not what it shows. */
export function isCredit(text: string, { credits }: PageRules): boolean {
  const line = text.trim();
  if (NAME.test(line)) return true;
  const words = line
    .toLowerCase()
    .split(/[^\p{L}\p{N}©]+/u)
    .filter((word) => word !== '');
  if (words.length > MAX_WORDS) return false;
  return credits.has(words[0] ?? '') || line.includes('©') || words.filter((word) => credits.has(word)).length > 1;
}
