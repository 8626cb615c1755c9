import { LEXICON } from './lexicon.ts';
import type { NameToken } from './sequence/name-token.ts';
import type { LabelledName } from './sequence/read-labels.ts';

/** Abbreviations at the end of names that are written with a full stop. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(['jr', 'sr', 'inc', 'corp', 'ltd', 'co', 'bros']);
const POSSESSIVE_LENGTH = 2;

/** End of a name, with the full stop of an abbreviation and the "'s" of a firm that is written so. */
export function findNameEnd(
  text: string,
  words: readonly NameToken[],
  { from, to, type }: Omit<LabelledName, 'confidence'>,
): number {
  const [first, last] = [words[from], words[to - 1]];
  if (!first || !last) return 0;
  const possessive = last.end + POSSESSIVE_LENGTH;
  const isFirm = type === 'ORG' && LEXICON.possessiveFirms.has(text.slice(first.start, possessive).replaceAll('’', "'"));
  if (isFirm) return possessive;
  const isAbbreviated = text[last.end] === '.' && ABBREVIATIONS.has(last.text.toLowerCase());
  return isAbbreviated ? last.end + 1 : last.end;
}
