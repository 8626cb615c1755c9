import type { Span } from '../../model/span.ts';
import { LEXICON } from './lexicon.ts';
import { matchRole } from './match-role.ts';
import type { NameToken } from './sequence/name-token.ts';

/** Most words between the first word of a role and the name. */
const MAX_WORDS = 9;
const LINKS: ReadonlySet<string> = new Set(['of', 'for', 'and']);
const CLOSE: ReadonlySet<string> = new Set([' ', '. ', '-']);
const BEFORE_NAME: ReadonlySet<string> = new Set([' ', '. ', ', ']);

/** True when the words `[from, to)` are what a minister answers for: "of State for National Defense". */
function isPortfolio(words: readonly NameToken[], from: number, to: number): boolean {
  if (from === to) return true;
  if (!LINKS.has(words[from]?.text ?? '')) return false;
  return words.slice(from, to).every(({ text }) => LINKS.has(text) || LEXICON.portfolios.has(text));
}

function isRole(words: readonly NameToken[], from: number, to: number): boolean {
  const length = matchRole(words, from, to);
  return length > 0 && isPortfolio(words, from + length, to);
}

/** The role stated just before the name that begins at row `at`, such as "Deputy Minister of Defence"; the longest counts. */
export function findRole(words: readonly NameToken[], at: number): Span | undefined {
  if (!BEFORE_NAME.has(words[at]?.gap ?? '')) return undefined;
  let found: number | undefined;
  for (let from = at - 1; from >= Math.max(0, at - MAX_WORDS); from--) {
    if (isRole(words, from, at)) found = from;
    if (!CLOSE.has(words[from]?.gap ?? '')) break;
  }
  const [first, last] = [words[found ?? -1], words[at - 1]];
  return first && last ? { start: first.start, end: last.end } : undefined;
}
