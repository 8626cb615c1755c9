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

export const EDITOR_KINDS = ['editor_removal', 'editor_change'] as const;
/** What a person took out or wrote: no fault, no rule of `rules/`, and no points. */
export type EditorKind = (typeof EDITOR_KINDS)[number];

export const FINDING_ACTIONS = ['removed', 'repaired', 'moved', 'flagged'] as const;
/** What was done about a finding. `moved` means: taken out of the text and kept as metadata. */
export type FindingAction = (typeof FINDING_ACTIONS)[number];

export type EvidenceValue = string | number | boolean | readonly string[] | readonly number[];
export type Evidence = Readonly<Record<string, EvidenceValue>>;

export const AMENDED_AS = ['kept', 'fine', 'reclassified', 'removed', 'changed'] as const;
/**
 * What a person made of a finding. `kept`: its text stays as a person wants it; `fine`: it is wrong; `reclassified`: it has
 * another kind; `removed` and `changed`: an editor's own. Only `reclassified` takes points, those of its new kind.
 */
export type AmendedAs = (typeof AMENDED_AS)[number];

/** How people changed a finding. */
export interface Amended {
  /** Ids of the amendments. */
  readonly by: readonly string[];
  readonly as: AmendedAs;
  /** What the machine says; absent for what an editor did himself. */
  readonly was?: { readonly kind: FindingKind | EditorKind; readonly action: FindingAction };
}

/** What a detector reports; the span indexes the text of the document it was given. */
export interface Detection extends Span {
  readonly kind: FindingKind | EditorKind;
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
  /** It would have been removed, had not too much of the article gone with it. */
  readonly isHeldBack?: true;
  readonly amended?: Amended;
}

/** A finding of the result; the span indexes the original as received. */
export interface Finding extends Span {
  readonly id: string;
  readonly kind: FindingKind | EditorKind;
  readonly rule: string;
  readonly confidence: number;
  readonly action: FindingAction;
  readonly message: string;
  readonly evidence: Evidence;
  readonly points: number;
  /** Ids of findings about the same or the repeated text. */
  readonly related: readonly string[];
  /** Absent unless an amendment concerns it. */
  readonly amended?: Amended;
}
