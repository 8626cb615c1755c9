import type { NameToken } from './sequence/name-token.ts';

/** Abbreviations at the end of names that are written with a full stop. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(['jr', 'sr', 'inc', 'corp', 'ltd', 'co', 'bros']);

/** End of a name whose last word is `words[to - 1]`, with the full stop of an abbreviation. */
export function findNameEnd(text: string, words: readonly NameToken[], to: number): number {
  const last = words[to - 1];
  if (!last) return 0;
  const isAbbreviated = text[last.end] === '.' && ABBREVIATIONS.has(last.text.toLowerCase());
  return isAbbreviated ? last.end + 1 : last.end;
}
