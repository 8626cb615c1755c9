import type { Document } from '../../model/document.ts';
import type { Ruleset } from '../../model/ruleset.ts';
import { compilePhrases, type PhraseMatch, type PhraseMatcher } from '../../text/compile-phrases.ts';
import { PROMO_FAMILIES, type PromoFamily } from './promo-families.ts';

/** A phrase of a family, in rows `[from, to)` of the token table. */
export interface FamilyMatch {
  readonly family: PromoFamily;
  /** Points of the family. */
  readonly points: number;
  /** Number of the family. */
  readonly group: number;
  readonly from: number;
  readonly to: number;
}

type Family = Pick<FamilyMatch, 'family' | 'points' | 'group'>;

interface Lexicon {
  readonly match: PhraseMatcher;
  /** The family of each compiled phrase. */
  readonly families: readonly Family[];
}

const NOTHING: readonly FamilyMatch[] = [];

// A memo of a pure function of an immutable ruleset; it lives as long as the ruleset.
const lexicons = new WeakMap<Ruleset, Lexicon>();

function lexiconOf(ruleset: Ruleset): Lexicon {
  const known = lexicons.get(ruleset);
  if (known) return known;
  const phrases = (family: PromoFamily): readonly string[] => ruleset.lists[`promo.${family}`] ?? [];
  const lexicon = {
    match: compilePhrases(PROMO_FAMILIES.flatMap(phrases)),
    families: PROMO_FAMILIES.flatMap((family, group) => {
      const described = { family, group, points: ruleset.thresholds[`promo.points.${family}`] ?? 0 };
      return phrases(family).map(() => described);
    }),
  };
  lexicons.set(ruleset, lexicon);
  return lexicon;
}

/** The phrases of all families that stand in rows `[from, to)`, in one pass. */
export function findPhrases(document: Document, from: number, to: number, ruleset: Ruleset): readonly FamilyMatch[] {
  const { match, families } = lexiconOf(ruleset);
  const found: readonly PhraseMatch[] = match(document.tokens, from, to);
  if (found.length === 0) return NOTHING;
  return found.flatMap((each) => {
    const family = families[each.phrase];
    return family ? [{ ...family, from: each.from, to: each.to }] : [];
  });
}
