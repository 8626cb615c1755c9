import type { ArticleKey } from '../store/article-key.ts';
import type { ReviewDecision } from '../store/review-event.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { type Acting, actOn, holdClaim } from './act-on.ts';
import { type Announced, announceDecision } from './announce-decision.ts';
import { checkReason } from './check-reason.ts';
import { sampleDecision } from './checks/sample-decision.ts';
import type { Effort } from './log-review.ts';
import type { Person } from './person.ts';
import type { ReviewDesk } from './review-desk.ts';
import { ReviewError } from './review-error.ts';

export interface DecisionWish {
  readonly fence: number;
  readonly decision: ReviewDecision;
  /** A code of `REVIEW_REASONS`. */
  readonly reason: string | null;
  /** SHA-256, as hexadecimal digits, of the result that was looked at. */
  readonly result: string;
  /** What it took, for the log. */
  readonly effort?: Effort | undefined;
}

/** A decision, by hand or as part of many. */
type Decision = DecisionWish & { readonly bulk?: string };

/** `decideArticle` in the transaction of other acts. What refuses it comes before anything is written. */
export async function decideWithin(acting: Acting, person: Person, wish: Decision): Promise<StoredArticle> {
  const article = holdClaim(acting, person, wish.fence);
  if (article.state.review === 'appealed') throw new ReviewError('not_allowed', article);
  const toEvent = (data: Announced) => ({ name: 'review.decided', data: { by: person.id, ...data } }) as const;
  const decided = await announceDecision(acting, wish, toEvent);
  await sampleDecision(acting.session, decided, person.id, wish.decision);
  return decided;
}

/**
 * Decides on an article that the person has claimed, after having looked at the result named. The publisher is told when the time to take it
 * back is over. Throws `ReviewError` and `BadReasonError`.
 */
export function decideArticle(desk: ReviewDesk, person: Person, key: ArticleKey, wish: DecisionWish): Promise<StoredArticle> {
  const decide = (acting: Acting) => {
    checkReason(wish.decision, wish.reason);
    return decideWithin(acting, person, wish);
  };
  return actOn(desk, person, key, decide, { effort: wish.effort });
}
