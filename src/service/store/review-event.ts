import type { FindingKind } from '../../moderation/model/finding.ts';
import type { DecisionNotice } from './decision-notice.ts';

/** What a person can decide of an article. */
export type ReviewDecision = 'accepted' | 'rejected';

/** Whoever acts on an article holds its claim: `fence` counts the claims, so an act under an older one is told from one under this. */
interface Act {
  /** The person's id. */
  readonly by: string;
  readonly fence: number;
}

/** A change to what the machine made of the article; what it says stands in the table of amendments, where a purge reaches it. */
interface Amended extends Act {
  readonly amendment: string;
  /** SHA-256, as hexadecimal digits, of the amendment's content. */
  readonly sha256: string;
}

/** A change to text. What it is about stands there when that is a finding of the machine; of several, the one with the most text. */
interface AmendedFinding extends Amended {
  /** As the machine has it. */
  readonly kind?: FindingKind;
  readonly rule?: string;
}

interface Decided extends Act {
  readonly decision: ReviewDecision;
  /** A code of `REVIEW_REASONS`; older events have others. */
  readonly reason: string | null;
  /** SHA-256, as hexadecimal digits, of the result that was looked at, amendments included. */
  readonly result: string;
  readonly delivery: DecisionNotice;
  /** The bulk decision that it is a part of. */
  readonly bulk?: string;
}

/** Whoever undoes a decision has the article's next claim. When the publisher was told of it, it is told of this too. */
interface Undone extends Act {
  readonly told: boolean;
  readonly delivery?: DecisionNotice;
  /** What was undone had decided an appeal: that is open again, against the decision that it was opened against, null for the machine's. */
  readonly reopens?: { readonly appeal: string; readonly decision: ReviewDecision | null };
  /** It had been escalated before what was undone, and takes a lead again. */
  readonly escalated?: true;
}

/** What people do with an article. Names are those of people's ids, never of people; texts stand in tables that can be purged. */
export type ReviewEvent =
  | { readonly name: 'review.claimed'; readonly data: Act }
  | { readonly name: 'review.released'; readonly data: Act }
  | { readonly name: 'review.lease_expired'; readonly data: Act }
  /** It takes a lead. */
  | { readonly name: 'review.escalated'; readonly data: Act & { readonly reason: string | null } }
  | { readonly name: 'review.noted'; readonly data: { readonly by: string; readonly note: string } }
  | { readonly name: 'span.restored'; readonly data: AmendedFinding }
  | { readonly name: 'span.removed'; readonly data: AmendedFinding }
  | { readonly name: 'text.edited'; readonly data: AmendedFinding }
  | { readonly name: 'finding.reclassified'; readonly data: AmendedFinding }
  | { readonly name: 'entity.rejected'; readonly data: Amended }
  | { readonly name: 'topic.rejected'; readonly data: Amended }
  | { readonly name: 'topic.added'; readonly data: Amended }
  | { readonly name: 'amendment.withdrawn'; readonly data: Act & { readonly amendment: string } }
  | { readonly name: 'review.decided'; readonly data: Decided }
  | { readonly name: 'decision.undone'; readonly data: Undone }
  | { readonly name: 'appeal.opened'; readonly data: { readonly by: string; readonly appeal: string } }
  | { readonly name: 'appeal.decided'; readonly data: Decided & { readonly appeal: string; readonly upheld: boolean } }
  /** A second person has looked without knowing of the decision. */
  | {
      readonly name: 'review.checked';
      readonly data: { readonly by: string; readonly decision: ReviewDecision; readonly agrees: boolean };
    };
