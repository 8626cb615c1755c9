import type { Edit } from './edit.ts';
import type { Span } from './span.ts';

export const FINDING_KINDS = [
  'garbage_token',
  'spam_insert',
  'boilerplate',
  'title_repeat',
  'slug_line',
  'duplicate',
  'near_duplicate',
  'cross_article_duplicate',
  'leftover',
  'encoding',
  'hidden_text',
  'mixed_script',
  'personal_data',
  'profanity',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export const FINDING_ACTIONS = ['removed', 'repaired', 'moved', 'flagged'] as const;
/** What was done about a finding. `moved` means: taken out of the text and kept as metadata. */
export type FindingAction = (typeof FINDING_ACTIONS)[number];

export type EvidenceValue = string | number | boolean | readonly string[] | readonly number[];
export type Evidence = Readonly<Record<string, EvidenceValue>>;

/** What a detector reports; the span indexes the text of the document it was given. */
export interface Detection extends Span {
  readonly kind: FindingKind;
  /** `family.name@version`, for example `spam.exchange-discount@1`. */
  readonly rule: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly action: FindingAction;
  readonly message: string;
  readonly evidence: Evidence;
  /** What a `repaired` span becomes; absent otherwise. */
  readonly replacement?: string;
  /** Where only some places of a `repaired` span change: their edits, sorted and disjoint, instead of `replacement`. */
  readonly edits?: readonly Edit[];
  /** Spans this finding refers to, for example the earlier copy of a duplicate. */
  readonly relatedSpans?: readonly Span[];
}

/** A finding of the result; the span indexes the original as received. */
export interface Finding extends Span {
  readonly id: string;
  readonly kind: FindingKind;
  readonly rule: string;
  readonly confidence: number;
  readonly action: FindingAction;
  readonly message: string;
  readonly evidence: Evidence;
  readonly points: number;
  /** Ids of findings about the same or the repeated text. */
  readonly related: readonly string[];
}
