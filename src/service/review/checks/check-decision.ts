import { appendEvents } from '../../store/append-events.ts';
import type { ArticleKey } from '../../store/article-key.ts';
import type { ReviewDecision } from '../../store/review-event.ts';
import type { StoredArticle } from '../../store/stored-article.ts';
import { type Acting, actOn } from '../act-on.ts';
import { checkReason } from '../check-reason.ts';
import type { Person } from '../person.ts';
import { readDecisions } from '../read-decisions.ts';
import type { ReviewDesk } from '../review-desk.ts';
import { ReviewError } from '../review-error.ts';

export interface CheckWish {
  readonly decision: ReviewDecision;
  /** A code. */
  readonly reason: string | null;
}

const CHECK = `UPDATE copydesk.checks SET checker = $5, checked_decision = $6, reason = $7, checked_at = now()
  WHERE tenant = $1 AND article_id = $2 AND revision = $3 AND number = $4 AND checked_at IS NULL AND offered_to = $5 AND decider <> $5
  RETURNING 1`;

async function check({ session, article, now }: Acting, person: Person, { decision, reason }: CheckWish): Promise<StoredArticle> {
  checkReason(decision, reason);
  const { key, state } = article;
  const checked = state.review === 'decided' ? (await readDecisions(session, key)).at(-1) : undefined;
  if (!checked) throw new ReviewError('not_decided', article);
  const row = [key.tenant, key.articleId, key.revision, checked.number, person.id, decision, reason];
  if ((await session.query(CHECK, row)).rows.length === 0) throw new ReviewError('not_offered', article);
  const event = { name: 'review.checked', data: { by: person.id, decision, agrees: decision === checked.decision } } as const;
  return appendEvents(session, article, [event], now);
}

/**
 * Says what a second person would have decided, who was offered the article and knows nothing of the decision. Throws `ReviewError` with the
 * code `not_decided`, or `not_offered` when it was not offered to them, or somebody has checked it since; `BadReasonError`.
 */
export function checkDecision(desk: ReviewDesk, person: Person, key: ArticleKey, wish: CheckWish): Promise<StoredArticle> {
  return actOn(desk, person, key, (acting) => check(acting, person, wish));
}
