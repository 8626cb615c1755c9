import type { StoredArticle } from '../store/stored-article.ts';

/**
 * Why an act on an article was refused. `claimed`: somebody else has it. `unclaimed`: whoever acts has no claim, or no longer.
 * `unknown_amendment`: it does not stand, or no longer. `stale_claim`: they have a newer claim than the one they act under. `stale_result`: what they looked at is not what stands now.
 */
export type ReviewCode =
  | 'unknown_article'
  | 'not_allowed'
  | 'not_on_desk'
  | 'claimed'
  | 'unclaimed'
  | 'stale_claim'
  | 'stale_result'
  | 'not_decided'
  | 'unknown_amendment'
  | 'appeal_open'
  | 'appeal_late'
  | 'appeal_decided'
  | 'appeal_mismatch'
  | 'not_offered';

/** An act that was refused, with the article as it stands, so that whoever acted can look again. */
export class ReviewError extends Error {
  override readonly name = 'ReviewError';
  readonly code: ReviewCode;
  readonly article: StoredArticle | undefined;

  constructor(code: ReviewCode, article?: StoredArticle) {
    super(`the act was refused: ${code}`);
    this.code = code;
    this.article = article;
  }
}
