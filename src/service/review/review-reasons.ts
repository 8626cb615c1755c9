/**
 * Codes of the reasons that people give, by what they give them for, in the order of the page's digits. A closed list: reasons stand in events,
 * logs, exports and webhooks for good, so they must not hold words about anybody. What is to be said in words is a note.
 */
export const REVIEW_REASONS = {
  accepted: ['false_alarm', 'mended', 'other'],
  rejected: ['spam', 'advertising', 'duplicate', 'garbage', 'misleading', 'unsafe', 'off_topic', 'other'],
  escalated: ['unsure', 'legal', 'sensitive', 'policy', 'other'],
} as const;
