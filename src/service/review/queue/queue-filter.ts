/** `desk`: whatever waits for a person. */
export const QUEUE_STATES = ['desk', 'flagged', 'escalated', 'appealed', 'decided', 'all'] as const;
export type QueueState = (typeof QUEUE_STATES)[number];

/** Which articles of a tenant are meant; everything that is given must hold. */
export interface QueueFilter {
  readonly state: QueueState;
  /** Empty: articles without one. */
  readonly source?: string | undefined;
  /** Of a finding. */
  readonly kind?: string | undefined;
  readonly rule?: string | undefined;
  readonly minScore?: number | undefined;
  readonly maxScore?: number | undefined;
  /** On the desk for so long, or, what never was, received so long ago. */
  readonly minAgeSeconds?: number | undefined;
  /** `me`, `none`, or the id of whoever has it now. */
  readonly assignee?: string | undefined;
  /** Words, as `GET /v1/articles` takes them. */
  readonly q?: string | undefined;
}
