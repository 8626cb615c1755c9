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

/** Row after the words that say what an office is for: "Defense" of a "Defense Secretary", "House" of a "House Speaker". */
function skipFields(words: readonly NameToken[], from: number, to: number): number {
  let at = from;
  while (at < to && LEXICON.roleFields.has(words[at]?.text.toLowerCase() ?? '')) at++;
  return at;
}

/** True for one office or several: "Deputy Prime Minister and Minister of Finance". */
function isRole(words: readonly NameToken[], from: number, to: number): boolean {
  for (let start = skipFields(words, from, to); start >= from; start--) {
    const length = matchRole(words, start, to);
    if (length === 0) continue;
    if (isPortfolio(words, start + length, to)) return true;
    const and = words.findIndex(({ text }, row) => row >= start + length && row < to && text === 'and');
    return and > 0 && isPortfolio(words, start + length, and) && isRole(words, and + 1, to);
  }
  return false;
}

/** Row after the role without the kin words and forms of address at its end: "Mr", "former wife" are no roles. */
function dropAddress(words: readonly NameToken[], from: number, to: number): number {
  let end = to;
  while (end > from && LEXICON.noRoles.has(words[end - 1]?.text.toLowerCase() ?? '')) end--;
  return end;
}

/** The role stated just before the name that begins at row `at`, such as "Deputy Minister of Defence"; the longest counts. */
export function findRole(words: readonly NameToken[], at: number): Span | undefined {
  if (!BEFORE_NAME.has(words[at]?.gap ?? '')) return undefined;
  let found: number | undefined;
  for (let from = at - 1; from >= Math.max(0, at - MAX_WORDS); from--) {
    const gap = words[from]?.gap ?? '';
    // The last part of "Port-au-Prince" is no prince.
    if (gap !== '-' && isRole(words, from, at)) found = from;
    if (!CLOSE.has(gap)) break;
  }
  if (found === undefined) return undefined;
  const end = dropAddress(words, found, at);
  const [first, last] = [words[found], words[end - 1]];
  return first && last && end > found ? { start: first.start, end: last.end } : undefined;
}
