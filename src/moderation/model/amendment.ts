import type { EntityType } from './annotation.ts';
import type { FindingKind } from './finding.ts';
import type { Span } from './span.ts';

export const AMENDMENT_KINDS = [
  'restore',
  'remove',
  'replace',
  'reclassify',
  'reject_entity',
  'reject_topic',
  'add_topic',
] as const;
export type AmendmentKind = (typeof AMENDMENT_KINDS)[number];

/** Whatever the machine took out, repaired or moved in the span stays as the original has it; a finding that reaches beyond it stays whole. */
export interface RestoreAmendment extends Span {
  readonly id: string;
  readonly kind: 'restore';
}

/** What the machine left of the span goes. */
export interface RemoveAmendment extends Span {
  readonly id: string;
  readonly kind: 'remove';
}

/** What the machine left of the span becomes `text`; blocks that the span reaches into stay blocks of their own. */
export interface ReplaceAmendment extends Span {
  readonly id: string;
  readonly kind: 'replace';
  readonly text: string;
}

/** The finding of `rule` on exactly this span is of another kind, or wrong: then it takes no points, and what it changed is restored. */
export interface ReclassifyAmendment extends Span {
  readonly id: string;
  readonly kind: 'reclassify';
  readonly rule: string;
  readonly to: FindingKind | 'fine';
}

/** The entity of this name and type is none. */
export interface RejectNamedEntity {
  readonly id: string;
  readonly kind: 'reject_entity';
  readonly name: string;
  readonly type: EntityType;
}

/** The entity that is named on exactly this span is none. */
export interface RejectMentionedEntity extends Span {
  readonly id: string;
  readonly kind: 'reject_entity';
}

/** The topic of this code is none of the article. */
export interface RejectTopic {
  readonly id: string;
  readonly kind: 'reject_topic';
  readonly code: string;
}

/** The article has the topic of this code, which the machine did not tell. */
export interface AddTopic {
  readonly id: string;
  readonly kind: 'add_topic';
  readonly code: string;
}

/**
 * What a person changes about the result of an article. Spans index the original as received. Several of them say the same in
 * any order; `id` names each of a list.
 */
export type Amendment =
  | RestoreAmendment
  | RemoveAmendment
  | ReplaceAmendment
  | ReclassifyAmendment
  | RejectNamedEntity
  | RejectMentionedEntity
  | RejectTopic
  | AddTopic;

export const AMENDMENT_REASONS = [
  'duplicate_id',
  'out_of_range',
  'splits_character',
  'inside_markup',
  'ill_formed_text',
  'conflict',
  'nothing_there',
  'unknown_topic',
  'already_told',
  'too_many',
  'too_large',
] as const;
/**
 * Why an amendment has no effect: its id is not its own; its span is empty or not of the original; it begins or ends within a
 * surrogate pair; it holds nothing but markup, or cuts a character reference; its text has half a surrogate pair or a NUL; it contradicts
 * another one (then neither counts); there is no such finding, entity, topic or text; its code is none of the topics that articles
 * are told by; the machine told the topic already; the list is too long; its text is too long.
 */
export type AmendmentReason = (typeof AMENDMENT_REASONS)[number];

/** What became of an amendment. */
export interface AmendmentEffect {
  readonly id: string;
  readonly kind: AmendmentKind;
  readonly effect: 'applied' | 'none';
  /** Absent when it was applied. */
  readonly reason?: AmendmentReason;
  /** What the topic is called that it took away or added; of such amendments only. */
  readonly label?: string;
}
