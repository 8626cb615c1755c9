import type { CorpusMatches } from './corpus-matches.ts';
import type { Document } from './document.ts';
import type { Detection, FindingKind } from './finding.ts';
import type { Ruleset } from './ruleset.ts';

/** What a detector may know besides the document. Gathered before, so that detectors stay pure. */
export interface DetectionContext {
  readonly ruleset: Ruleset;
  readonly corpus: CorpusMatches;
  /** A threshold of `rules/thresholds.yaml`; throws `RangeError` when the ruleset lacks it. */
  readonly threshold: (name: string) => number;
}

/** A rule that is written in a detector's code rather than in `rules/*.yaml`. */
export interface DetectorRule {
  /** As its findings name it: `family.name@version`. */
  readonly id: string;
  readonly kind: FindingKind;
  /** What it finds, for people. */
  readonly message: string;
}

/** What finds faults, as the ruleset and people see it. */
export interface Finder {
  readonly name: string;
  /** Names of the thresholds it reads; a ruleset that lacks one does not load. */
  readonly thresholds: readonly string[];
  /** Names of the word lists it reads; a ruleset that lacks one does not load. */
  readonly lists: readonly string[];
  /** `family.name` of those of its rules that do not take the points of their kind; `rules/scoring.yaml` states theirs. */
  readonly ownPoints?: readonly string[];
  /** Its rules, for listing and explaining, unless they stand in `detector-rules.ts`. */
  readonly rules?: readonly DetectorRule[];
}

/** Finds one kind of fault in a parsed document. */
export interface Detector extends Finder {
  readonly detect: (document: Document, context: DetectionContext) => readonly Detection[];
}
