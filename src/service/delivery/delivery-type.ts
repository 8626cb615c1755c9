/**
 * What a publisher is told: that an article was accepted, waits on the desk, or could not be moderated; what a person decided of it, and that
 * such a decision was taken back.
 */
export const DELIVERY_TYPES = [
  'article.accepted',
  'article.flagged',
  'article.dead',
  'review.accepted',
  'review.rejected',
  'review.withdrawn',
] as const;
export type DeliveryType = (typeof DELIVERY_TYPES)[number];
