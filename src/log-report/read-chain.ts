import { ARTICLE_STATES } from '../schema/article-states.ts';
import type { LineFields } from './line-fields.ts';

/** Which event of its article a line tells, and how the article stood after it. */
export const readChain = (fields: LineFields) => ({
  number: fields.count('number', 1),
  processing: fields.place('processing_state', ARTICLE_STATES.processing),
  review: fields.place('review_state', ARTICLE_STATES.review),
  delivery: fields.place('delivery_state', ARTICLE_STATES.delivery),
});
