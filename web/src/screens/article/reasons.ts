/** Codes of the reasons to reject an article, in the order of their digits. */
export const REJECT_REASONS = [
  'spam',
  'advertising',
  'duplicate',
  'garbage',
  'misleading',
  'unsafe',
  'off_topic',
  'other',
] as const;

/** Codes of the reasons to hand an article to the leads. */
export const ESCALATE_REASONS = ['unsure', 'legal', 'sensitive', 'policy', 'other'] as const;
