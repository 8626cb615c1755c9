import type { Document } from '../../model/document.ts';
import type { Ruleset } from '../../model/ruleset.ts';
import { compilePhrases, type PhraseMatch, type PhraseMatcher } from '../../text/compile-phrases.ts';
import { PROMO_FAMILIES, type PromoFamily } from './promo-families.ts';

/** A phrase of a family, in rows `[from, to)` of the token table. */
export interface FamilyMatch {
  readonly family: PromoFamily;
  readonly from: number;
  readonly to: number;
}

interface Lexicon {
  readonly match: PhraseMatcher;
  /** The family of each compiled phrase. */
  readonly families: readonly PromoFamily[];
}

// A memo of a pure function of an immutable ruleset; it lives as long as the ruleset.
const lexicons = new WeakMap<Ruleset, Lexicon>();

function lexiconOf(ruleset: Ruleset): Lexicon {
  const known = lexicons.get(ruleset);
  if (known) return known;
  const phrases = (family: PromoFamily): readonly string[] => ruleset.lists[`promo.${family}`] ?? [];
  const lexicon = {
    match: compilePhrases(PROMO_FAMILIES.flatMap(phrases)),
    families: PROMO_FAMILIES.flatMap((family) => phrases(family).map(() => family)),
  };
  lexicons.set(ruleset, lexicon);
  return lexicon;
}

/** The phrases of all families that stand in rows `[from, to)`, in one pass. */
export function findPhrases(document: Document, from: number, to: number, ruleset: Ruleset): readonly FamilyMatch[] {
  const { match, families } = lexiconOf(ruleset);
  return match(document.tokens, from, to).flatMap((found: PhraseMatch) => {
    const family = families[found.phrase];
    return family ? [{ family, from: found.from, to: found.to }] : [];
  });
}
