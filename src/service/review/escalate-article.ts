import { appendEvents } from '../store/append-events.ts';
import type { ArticleKey } from '../store/article-key.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { actOn, holdClaim } from './act-on.ts';
import { checkReason } from './check-reason.ts';
import { deleteLease } from './lease.ts';
import type { Person } from './person.ts';
import type { ReviewDesk } from './review-desk.ts';
import { ReviewError } from './review-error.ts';

/** Hands an article to the leads. `reason` is a code of `REVIEW_REASONS`. Throws `ReviewError` and `BadReasonError`. */
export function escalateArticle(
  desk: ReviewDesk,
  person: Person,
  key: ArticleKey,
  { fence, reason }: { readonly fence: number; readonly reason: string | null },
): Promise<StoredArticle> {
  return actOn(desk, person, key, async (acting) => {
    checkReason('escalated', reason);
    const article = holdClaim(acting, person, fence);
    if (article.state.review !== 'flagged') throw new ReviewError('not_allowed', article);
    await deleteLease(acting.session, key);
    const event = { name: 'review.escalated', data: { by: person.id, fence, reason } } as const;
    return appendEvents(acting.session, article, [event], acting.now);
  });
}
