import type { ReviewDecision } from './review-event.ts';

/** `superseded`: a newer revision came before it was cleaned. */
export type ProcessingState = 'received' | 'queued' | 'processing' | 'retrying' | 'cleaned' | 'dead' | 'superseded';
/** `flagged`, `escalated` (it takes a lead) and `appealed` are on the desk; whether somebody has claimed them is told beside. */
export type ReviewState = 'none' | 'flagged' | 'escalated' | 'appealed' | 'decided';
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
