import type { Outcome } from '../../moderation/model/moderated-article.ts';

/** What happened to an article. Events are appended, never changed; `reduce` folds them into the state. */
export type ArticleEvent =
  | { readonly name: 'article.received'; readonly data: { readonly sha256: string } }
  | { readonly name: 'article.queued'; readonly data: { readonly job: string } }
  | { readonly name: 'processing.started'; readonly data: { readonly attempt: number } }
  | {
      readonly name: 'processing.failed';
      readonly data: { readonly attempt: number; readonly code: string; readonly final: boolean };
    }
  | { readonly name: 'processing.stalled'; readonly data: { readonly attempt: number; readonly job: string } }
  | {
      readonly name: 'article.cleaned';
      readonly data: { readonly outcome: Outcome; readonly score: number; readonly findings: number };
    }
  | { readonly name: 'article.accepted'; readonly data: { readonly score: number } }
  | { readonly name: 'article.flagged'; readonly data: { readonly outcome: Outcome; readonly reasons: readonly string[] } }
  | { readonly name: 'article.superseded'; readonly data: { readonly by: number } };

export type ArticleEventName = ArticleEvent['name'];
