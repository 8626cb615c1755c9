export type ProcessingState = 'received' | 'queued' | 'processing' | 'retrying' | 'cleaned' | 'dead';
/** Later axes of review grow here. */
export type ReviewState = 'none' | 'flagged';
export type DeliveryState = 'none';

/** The fold of an article's events: three independent axes and two counters. */
export interface ArticleState {
  readonly processing: ProcessingState;
  readonly review: ReviewState;
  readonly delivery: DeliveryState;
  /** How often processing was started since the article was received or replayed. */
  readonly attempt: number;
  /** How many events the article has had. */
  readonly version: number;
}
