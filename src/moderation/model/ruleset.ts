import type { BlockZone } from './document.ts';
import type { FindingAction, FindingKind } from './finding.ts';
import type { SignalName, SignalRule } from './signal.ts';
import type { TopicSeeds } from './taxonomy.ts';

/** Where a phrase has to stand: `whole` block, its `start` or `end`, or `anywhere` in it. */
export type PhraseAnchor = 'whole' | 'start' | 'end' | 'anywhere';
/** What is removed when a phrase matches. */
export type RuleScope = 'block' | 'sentence';

/** A phrase rule of `rules/*.yaml`, checked and complete. */
export interface PhraseRule {
  /** `family.name@version`. */
  readonly id: string;
  readonly kind: FindingKind;
  readonly message: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly phrases: readonly string[];
  readonly scope: RuleScope;
  readonly anchor: PhraseAnchor;
  readonly action: FindingAction;
  /** Block length in words, both inclusive. */
  readonly minWords: number;
  readonly maxWords: number;
  readonly zones: readonly BlockZone[];
  /** Points in hundredths as the rule states them; absent: the kind's default. `Ruleset.rulePoints` has those of all rules. */
  readonly hundredths?: number;
  readonly examples: { readonly match: readonly string[]; readonly allow: readonly string[] };
}

/** Default points of a kind and the most that all its findings together may take, both in hundredths. */
export interface KindScore {
  readonly hundredths: number;
  readonly cap: number;
}

/** Kinds of one nature, and the most that all their findings together may take, in hundredths. */
export interface ScoreGroup {
  readonly name: string;
  readonly cap: number;
  readonly kinds: readonly FindingKind[];
}

export interface VerdictLimits {
  /** A score below this many hundredths goes to review. */
  readonly reviewBelow: number;
  /** A score below this many hundredths is a reject. */
  readonly rejectBelow: number;
  /** Kinds of finding that always ask for a person. */
  readonly alwaysReview: readonly FindingKind[];
}

/** Rules that stand beside those of a ruleset. */
export interface JoinedRules {
  /** The version of the ruleset without them. */
  readonly base: string;
  /** By name. */
  readonly rules: readonly PhraseRule[];
}

/**
 * Immutable and complete; `version` is the sha256 of the canonical content, or, where rules are joined, of the version without them and of
 * these.
 */
export interface Ruleset {
  readonly version: string;
  /** Never those that are joined: so what is compiled of them is compiled once for all rulesets that share them. */
  readonly phraseRules: readonly PhraseRule[];
  readonly joined?: JoinedRules;
  /** Named thresholds of `rules/thresholds.yaml`; a detector that asks for a missing one throws `RulesetError`. */
  readonly thresholds: Readonly<Record<string, number>>;
  /** Named word lists of `rules/*.yaml`, normalised. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly kindScores: Readonly<Record<FindingKind, KindScore>>;
  /** Points in hundredths of the rules that state their own, by `family.name`. */
  readonly rulePoints: Readonly<Record<string, number>>;
  /** Each kind stands in exactly one group; their caps add up to no more than 100 points. */
  readonly scoreGroups: readonly ScoreGroup[];
  readonly verdict: VerdictLimits;
  /** What each signal is and what is published as acceptable. */
  readonly signals: Readonly<Record<SignalName, SignalRule>>;
  /** Words that speak for concepts of IPTC Media Topics, in order of their codes. */
  readonly topics: readonly TopicSeeds[];
}
