/** What a publisher is told: that an article was accepted, waits on the desk, or could not be moderated. */
export const DELIVERY_TYPES = ['article.accepted', 'article.flagged', 'article.dead'] as const;
export type DeliveryType = (typeof DELIVERY_TYPES)[number];
