import type { ARTICLE_STATES } from '../../schema/article-states.ts';
import type { ReviewDecision } from './review-event.ts';

export type ProcessingState = (typeof ARTICLE_STATES)['processing'][number];
export type ReviewState = (typeof ARTICLE_STATES)['review'][number];
export type DeliveryState = (typeof ARTICLE_STATES)['delivery'][number];

/** The fold of an article's events: three independent axes, who reviews it and what was decided, two marks and five counters. */
export interface ArticleState {
  readonly processing: ProcessingState;
  readonly review: ReviewState;
  /** Of the newest decision. */
  readonly delivery: DeliveryState;
  /** The person who has claimed it. A claim ends with its lease, which is no event while it is renewed. */
  readonly claimant: string | null;
  /** How often it was claimed. Whoever acts says under which claim. */
  readonly fence: number;
  /** What a person has decided, while it stands. */
  readonly decision: ReviewDecision | null;
  readonly superseded: boolean;
  readonly purged: boolean;
  /** How often processing was started in this run. */
  readonly attempt: number;
  /** How many starts in a row have come to no end: whoever made them died. */
  readonly unended: number;
  /** How often moderation was asked for. */
  readonly run: number;
  /** How many events the article has had. */
  readonly version: number;
}
