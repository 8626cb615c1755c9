import { LEXICON } from './lexicon.ts';
import type { NameToken } from './sequence/name-token.ts';

const MAX_ROLE_WORDS = 4;

const phrase = (words: readonly NameToken[], from: number, to: number): string =>
  words
    .slice(from, to)
    .map((word) => word.text.toLowerCase())
    .join(' ');

/** First words of roles, and words before them. */
const FIRST_WORDS: ReadonlySet<string> = new Set(
  [...LEXICON.roles].map((role) => role.split(' ')[0] ?? '').concat(...LEXICON.roleModifiers),
);

/** Number of words, from row `from` and not past `to`, that state a role such as "Deputy Prime Minister"; 0 for none. */
export function matchRole(words: readonly NameToken[], from: number, to: number): number {
  if (!FIRST_WORDS.has(words[from]?.text.toLowerCase() ?? '')) return 0;
  for (let length = Math.min(MAX_ROLE_WORDS, to - from); length > 0; length--) {
    if (LEXICON.roles.has(phrase(words, from, from + length))) {
      const more = from + length < to ? matchRole(words, from + length, to) : 0;
      return length + more;
    }
  }
  const isModified = from + 1 < to && LEXICON.roleModifiers.has(phrase(words, from, from + 1));
  const modified = isModified ? matchRole(words, from + 1, to) : 0;
  return modified > 0 ? modified + 1 : 0;
}
