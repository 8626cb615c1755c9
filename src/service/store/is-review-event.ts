import type { ArticleEvent } from './article-event.ts';
import type { ReviewEvent } from './review-event.ts';

const GROUPS = ['review', 'span', 'text', 'finding', 'entity', 'topic', 'amendment', 'decision', 'appeal'];

/** Whether an event tells what a person did; told by the first word of its name. */
export function isReviewEvent(event: ArticleEvent): event is ReviewEvent {
  return GROUPS.includes(event.name.slice(0, event.name.indexOf('.')));
}
