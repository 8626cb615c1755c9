/** What decisions of a stretch of time say. */
export interface VerdictCounts {
  /** Spans that were taken out, repaired or moved, and left so. */
  readonly removed: number;
  /** Spans that were only flagged, and left so. */
  readonly kept: number;
  /** Spans that were brought back or called wrong. */
  readonly restored: number;
  /** Accepted articles in which something was found. */
  readonly decisions: number;
  /** Those of them in which something was brought back or called wrong. */
  readonly restoredIn: number;
}

/** Counts with the share of decisions in which something was restored, and its interval of 95 %. */
export interface Judged extends VerdictCounts {
  /** Null without a decision. */
  readonly rate: number | null;
  readonly low: number;
  readonly high: number;
}

/** Decisions of one window. */
export type WindowCounts = Pick<VerdictCounts, 'decisions' | 'restoredIn'>;

/** The last window against the one before. */
export interface Drift {
  readonly before: WindowCounts;
  readonly last: WindowCounts;
  /** Two-sided. */
  readonly p: number;
  /** Adjusted for all rules and sources that were compared. */
  readonly q: number;
  readonly isChange: boolean;
}

/** Whether the share goes up or down over all windows: slow where `Drift` is sudden. */
export interface Trend {
  /** Two-sided. */
  readonly p: number;
  /** Adjusted for all that was tested beside it. */
  readonly q: number;
  readonly isChange: boolean;
}

/** A rule, a source, or a rule on a source. */
export interface Group {
  /** As findings name it. */
  readonly rule: string | null;
  /** As the publisher states it; empty when none was stated. */
  readonly source: string | null;
}

/** A rule or a source over time. */
export interface TrackedGroup extends JudgedGroup {
  /** One for each of the report's windows. */
  readonly windows: readonly WindowCounts[];
  /** Null when one of the two windows has too few decisions to be compared. */
  readonly drift: Drift | null;
  /** Null with too few windows or decisions. */
  readonly trend: Trend | null;
}

export interface JudgedGroup extends Group, Judged {
  /** Whether the rule finds something now, in this version; null of a source. One that does not is neither compared nor proposed for anything. */
  readonly isActive: boolean | null;
}

/** What somebody should look at. */
export interface Proposal extends Judged {
  /** `retire`: it is wrong more often than not; `narrow`: too often, or so on this source. */
  readonly what: 'retire' | 'narrow';
  readonly rule: string;
  /** Null when it is about the rule everywhere. */
  readonly source: string | null;
  /** The threshold that `low` is not below. */
  readonly threshold: number;
}

/** Articles of one window, and those of them in which something was found. */
export interface FoundCounts {
  readonly articles: number;
  readonly found: number;
}

/** What is found in articles of a source, whether anybody decided on them or not. */
export interface Pattern {
  /** As the publisher states it; empty when none was stated. */
  readonly source: string;
  /** Of findings; null for findings of any kind. */
  readonly kind: string | null;
  /** All windows but the last. */
  readonly before: FoundCounts;
  readonly last: FoundCounts;
  /** One for each of the report's windows. */
  readonly windows: readonly FoundCounts[];
  /** The last window against all before; null when they cannot be compared. It is a change when it is sure and no small one. */
  readonly step: Trend | null;
  /** The same over all windows: how big it is, the later half of them against the earlier one says. */
  readonly trend: Trend | null;
}

/** A part of the report, cut after the first ones. */
export interface Listed<Entry> {
  readonly entries: readonly Entry[];
  /** How many more there are. */
  readonly more: number;
}

/** A stretch of time. */
export interface Stretch {
  readonly from: string;
  readonly until: string;
}

/** The live precision of rules and sources of a tenant: ids and counts, nothing of an article. */
export interface PrecisionReport extends Stretch {
  readonly tenant: string;
  readonly windowDays: number;
  /** The oldest first; that one may be shorter. */
  readonly windows: readonly Stretch[];
  /** Whether there are verdicts of that time older than those that were read. */
  readonly isCut: boolean;
  readonly all: Judged;
  /** Rules and sources of which windows were compared. */
  readonly compared: number;
  readonly proposals: Listed<Proposal>;
  /** Rules and sources of which the last window is unlike the one before, or that go up or down over all. */
  readonly changes: Listed<TrackedGroup>;
  /** Sources in whose articles other things are found than before: those that changed. */
  readonly patterns: Listed<Pattern> & {
    /** Sources, and kinds on sources, of which windows were compared. */
    readonly compared: number;
    /** How many articles were looked at. */
    readonly articles: number;
    /** Whether some window had more articles than those that were looked at. */
    readonly isCut: boolean;
  };
  readonly rules: Listed<TrackedGroup>;
  readonly sources: Listed<TrackedGroup>;
  /** Rules on sources. */
  readonly pairs: Listed<JudgedGroup>;
}
