import { lookUpName } from './look-up-name.ts';
import { NAME_CLASS } from './name-class.ts';
import { toNameKey } from './name-key.ts';
import type { NameToken } from './sequence/name-token.ts';

/** Abbreviations at the end of names that are written with a full stop. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(['jr', 'sr', 'inc', 'corp', 'ltd', 'co', 'bros']);
const POSSESSIVE = /^['’]s/u;
const NAMED = NAME_CLASS.company | NAME_CLASS.club | NAME_CLASS.school | NAME_CLASS.facility;

/** End of a name whose last word is `words[to - 1]`: with the full stop of an abbreviation, and with "'s" where it is part of a known name. */
export function findNameEnd(text: string, words: readonly NameToken[], to: number): number {
  const last = words[to - 1];
  if (!last) return 0;
  if (text[last.end] === '.' && ABBREVIATIONS.has(last.text.toLowerCase())) return last.end + 1;
  if (!POSSESSIVE.test(text.slice(last.end, last.end + 2))) return last.end;
  const isNamed = (lookUpName(toNameKey(`${last.text}'s`)) & NAMED) !== 0;
  return isNamed ? last.end + 2 : last.end;
}
