/** `superseded`: a newer revision came before it was cleaned. */
export type ProcessingState = 'received' | 'queued' | 'processing' | 'retrying' | 'cleaned' | 'dead' | 'superseded';
/** Later axes of review grow here. */
export type ReviewState = 'none' | 'flagged';
/** `available`: it waits to be fetched. `cancelled`: a newer decision or revision took its place before it was delivered. */
export type DeliveryState =
  | 'none'
  | 'held'
  | 'pending'
  | 'delivering'
  | 'retrying'
  | 'delivered'
  | 'dead'
  | 'available'
  | 'cancelled';

/** The fold of an article's events: three independent axes, two marks and four counters. */
export interface ArticleState {
  readonly processing: ProcessingState;
  readonly review: ReviewState;
  /** Of the newest decision. */
  readonly delivery: DeliveryState;
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
