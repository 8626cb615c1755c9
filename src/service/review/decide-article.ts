import { cancelDeliveries } from '../delivery/cancel-deliveries.ts';
import { createDecision } from '../processing/create-decision.ts';
import type { ArticleKey } from '../store/article-key.ts';
import { changeArticle } from '../store/change-article.ts';
import type { ReviewDecision } from '../store/review-event.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { type Acting, actOn, holdClaim } from './act-on.ts';
import { deleteLease } from './lease.ts';
import type { Effort } from './log-review.ts';
import type { Person } from './person.ts';
import { readStandingResult } from './read-standing-result.ts';
import { readWay } from './read-way.ts';
import type { ReviewDesk } from './review-desk.ts';
import { ReviewError } from './review-error.ts';

/** For so long nobody is told of a decision, so that it can be taken back. */
const HOLD_SECONDS = 10;

export interface DecisionWish {
  readonly fence: number;
  readonly decision: ReviewDecision;
  /** A code. */
  readonly reason: string | null;
  /** SHA-256, as hexadecimal digits, of the result that was looked at. */
  readonly result: string;
  /** What it took, for the log. */
  readonly effort?: Effort;
}

async function decide(acting: Acting, person: Person, wish: DecisionWish): Promise<StoredArticle> {
  const { session, now } = acting;
  const { fence, decision, reason, result } = wish;
  const article = holdClaim(acting, person, fence);
  if (article.state.review === 'appealed') throw new ReviewError('not_allowed', article);
  const standing = await readStandingResult(session, article.key);
  if (standing?.sha256 !== result) throw new ReviewError('stale_result', article);
  const way = await readWay(session, article.key.tenant);
  const { type, ...notice } = createDecision(`review.${decision}`, way);
  const delivery = { ...notice, heldSeconds: HOLD_SECONDS };
  // What the machine said of it is out of date.
  await cancelDeliveries(session, article.key);
  await deleteLease(session, article.key);
  const event = { name: 'review.decided', data: { by: person.id, fence, decision, reason, result, delivery } } as const;
  const decided = await changeArticle(session, { article, events: [event], decision: { ...delivery, type } }, now);
  if (!decided) throw new Error(`${article.key.articleId} was changed while its row was held`);
  return decided;
}

/**
 * Decides on an article that the person has claimed, after having looked at the result named. The publisher is told when the time to take it
 * back is over. Throws `ReviewError`.
 */
export function decideArticle(desk: ReviewDesk, person: Person, key: ArticleKey, wish: DecisionWish): Promise<StoredArticle> {
  return actOn(desk, person, key, (acting) => decide(acting, person, wish), wish.effort);
}
