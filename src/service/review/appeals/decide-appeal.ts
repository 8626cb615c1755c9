import type { ArticleKey } from '../../store/article-key.ts';
import type { StoredArticle } from '../../store/stored-article.ts';
import { type Acting, actOn, holdClaim } from '../act-on.ts';
import { announceDecision } from '../announce-decision.ts';
import { checkReason } from '../check-reason.ts';
import type { DecisionWish } from '../decide-article.ts';
import type { Person } from '../person.ts';
import { readDecisions, type StandingDecision } from '../read-decisions.ts';
import type { ReviewDesk } from '../review-desk.ts';
import { ReviewError } from '../review-error.ts';
import { readAppealedDecision } from './read-appealed-decision.ts';
import { readOpenAppeal } from './read-open-appeal.ts';

export interface AppealWish extends DecisionWish {
  /** Whoever appealed is right: then the decision is the other one, or the same one on another result. */
  readonly upheld: boolean;
}

type Decisions = readonly StandingDecision[];

async function refuseMismatch({ session, article }: Acting, decisions: Decisions, wish: AppealWish): Promise<void> {
  const before = await readAppealedDecision(session, article.key, decisions);
  const isOther = wish.decision !== before?.decision;
  const isFit = wish.upheld ? isOther || wish.result !== before?.result : !isOther;
  if (!isFit) throw new ReviewError('appeal_mismatch', article);
}

async function decide(acting: Acting, person: Person, wish: AppealWish): Promise<StoredArticle> {
  checkReason(wish.decision, wish.reason);
  const { session, now } = acting;
  const article = holdClaim(acting, person, wish.fence);
  const appeal = article.state.review === 'appealed' ? await readOpenAppeal(session, article.key) : undefined;
  const decisions = await readDecisions(session, article.key);
  const before = decisions.at(-1);
  if (!appeal || !before) throw new ReviewError('not_on_desk', article);
  if (before.by === person.id || appeal.person === person.id) throw new ReviewError('not_allowed', article);
  await refuseMismatch(acting, decisions, wish);
  const { upheld } = wish;
  const decided = await announceDecision(acting, wish, (data) => ({
    name: 'appeal.decided',
    data: { by: person.id, ...data, appeal: appeal.id, upheld },
  }));
  await session.query('UPDATE copydesk.appeals SET decided_at = $2, upheld = $3 WHERE id = $1', [appeal.id, now, upheld]);
  return decided;
}

/**
 * Decides an appeal, by somebody else than whoever decided before and whoever appealed. The publisher is told when the time to take it back
 * is over. Throws `ReviewError`, with the code `appeal_mismatch` when `upheld` does not fit the decision, and `BadReasonError`.
 */
export function decideAppeal(desk: ReviewDesk, person: Person, key: ArticleKey, wish: AppealWish): Promise<StoredArticle> {
  return actOn(desk, person, key, (acting) => decide(acting, person, wish), { effort: wish.effort });
}
