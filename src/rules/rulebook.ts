import type { DetectorRule } from '../moderation/model/detector.ts';
import type { FindingKind } from '../moderation/model/finding.ts';
import type { PhraseRule, Ruleset } from '../moderation/model/ruleset.ts';

/** Where something is stated: a file of the rules folder and its line, from 1. */
export interface RulePlace {
  readonly file: string;
  readonly line: number;
}

export interface BookRule extends RulePlace {
  readonly rule: PhraseRule;
}

export interface BookThreshold extends RulePlace {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly step: number;
  readonly source: string;
  /** Names of the detectors that decide by it. */
  readonly readBy: readonly string[];
}

export interface BookList extends RulePlace {
  readonly name: string;
  readonly source: string;
  readonly words: number;
  readonly readBy: readonly string[];
}

export interface BookKind extends RulePlace {
  readonly kind: FindingKind;
  readonly points: number;
  readonly cap: number;
  readonly source: string;
}

/** Kinds of one nature, which have a cap together. */
export interface BookGroup extends RulePlace {
  readonly group: string;
  readonly cap: number;
  readonly kinds: readonly FindingKind[];
  readonly source: string;
}

/** A number that is measured of every article, and what is published as acceptable. */
export interface BookSignal extends RulePlace {
  readonly name: string;
  readonly definition: string;
  readonly unit: string;
  readonly source: string;
  readonly min?: number;
  readonly max?: number;
}

/** Something that a detector finds without a phrase: it is written in code, not in the folder. */
export interface BookDetectorRule extends DetectorRule {
  readonly detector: string;
  /** Names of the thresholds and lists that its detector reads. */
  readonly thresholds: readonly string[];
  readonly lists: readonly string[];
}

/** A folder of rules for people: everything in it with its place, beside the ruleset that it makes. Sorted by name. */
export interface Rulebook {
  readonly ruleset: Ruleset;
  readonly rules: readonly BookRule[];
  readonly detectorRules: readonly BookDetectorRule[];
  readonly thresholds: readonly BookThreshold[];
  readonly lists: readonly BookList[];
  readonly kinds: readonly BookKind[];
  readonly groups: readonly BookGroup[];
  readonly signals: readonly BookSignal[];
}
