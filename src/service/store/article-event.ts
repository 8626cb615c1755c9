import type { Outcome } from '../../moderation/model/moderated-article.ts';
import type { DecisionNotice } from './decision-notice.ts';
import type { ReviewEvent } from './review-event.ts';

/** What of people's work went with what stood before. */
export interface Discarded {
  /** How many amendments; absent when there were none. */
  readonly discarded?: number;
  /** The appeal that is over without an answer. */
  readonly appeal?: string;
}

/** What happened to an article. Events are appended, never changed; `reduce` folds them into the state. */
export type ArticleEvent =
  | { readonly name: 'article.received'; readonly data: { readonly sha256: string } }
  | { readonly name: 'article.queued'; readonly data: { readonly job: string } }
  | { readonly name: 'processing.started'; readonly data: { readonly attempt: number } }
  | {
      readonly name: 'processing.failed';
      readonly data: {
        readonly attempt: number;
        readonly code: string;
        readonly final: boolean;
        /** Of a final failure: how the publisher hears of it. */
        readonly delivery?: DecisionNotice;
      };
    }
  | { readonly name: 'processing.stalled'; readonly data: { readonly attempt: number; readonly job: string } }
  | {
      readonly name: 'article.cleaned';
      readonly data: { readonly outcome: Outcome; readonly score: number; readonly findings: number };
    }
  | { readonly name: 'article.accepted'; readonly data: { readonly score: number; readonly delivery?: DecisionNotice } }
  | {
      readonly name: 'article.flagged';
      readonly data: {
        readonly outcome: Outcome;
        readonly reasons: readonly string[];
        readonly delivery?: DecisionNotice;
      };
    }
  /** A newer revision took its place: nothing more is done for this one. */
  | { readonly name: 'article.superseded'; readonly data: { readonly by: number } & Discarded }
  /** Moderation starts anew, with the rules and models of now. */
  | { readonly name: 'article.replayed'; readonly data: { readonly run: number } & Discarded }
  /** Its content is gone for good; its events stay. */
  | { readonly name: 'article.purged'; readonly data: { readonly reason: 'asked' | 'retention' } }
  | { readonly name: 'delivery.attempted'; readonly data: { readonly delivery: string; readonly attempt: number } }
  | {
      readonly name: 'delivery.succeeded';
      readonly data: { readonly delivery: string; readonly attempt: number; readonly status: number };
    }
  | {
      readonly name: 'delivery.failed';
      readonly data: { readonly delivery: string; readonly attempt: number; readonly code: string };
    }
  | {
      readonly name: 'delivery.dead_lettered';
      readonly data: { readonly delivery: string; readonly attempts: number; readonly code: string };
    }
  /** The webhook was taken away while it was held back: now it waits to be fetched. */
  | { readonly name: 'delivery.shelved'; readonly data: { readonly delivery: string } }
  | { readonly name: 'delivery.replayed'; readonly data: { readonly delivery: string } }
  | ReviewEvent;

export type ArticleEventName = ArticleEvent['name'];
