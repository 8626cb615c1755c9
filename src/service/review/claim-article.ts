import { appendEvents } from '../store/append-events.ts';
import type { ArticleKey } from '../store/article-key.ts';
import type { SqlSession } from '../store/sql-pool.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { type Acting, actOn } from './act-on.ts';
import { readOpenAppeal } from './appeals/read-open-appeal.ts';
import { writeLease } from './lease.ts';
import { hasRole, type Person } from './person.ts';
import { readDecisions } from './read-decisions.ts';
import type { ReviewDesk } from './review-desk.ts';
import { ReviewError } from './review-error.ts';

function refuseClaim(person: Person, article: StoredArticle): void {
  const { review, claimant } = article.state;
  if (claimant !== null && claimant !== person.id) throw new ReviewError('claimed', article);
  if (review === 'none' || review === 'decided') throw new ReviewError('not_on_desk', article);
  if (review === 'escalated' && !hasRole(person, 'lead')) throw new ReviewError('not_allowed', article);
}

/** Whoever decided, and whoever appealed, would only keep others from an appeal. */
async function refuseParty(session: SqlSession, article: StoredArticle, { id }: Person): Promise<void> {
  const [before, appeal] = [(await readDecisions(session, article.key)).at(-1), await readOpenAppeal(session, article.key)];
  if (before?.by === id || appeal?.person === id) throw new ReviewError('not_allowed', article);
}

/** `claimArticle` in the transaction of other acts. */
export async function claimWithin({ session, article, now, leaseSeconds }: Acting, person: Person): Promise<StoredArticle> {
  refuseClaim(person, article);
  if (article.state.review === 'appealed') await refuseParty(session, article, person);
  // Whoever has it already goes on, with the time of a new claim: a page that was opened anew.
  const isNew = article.state.claimant === null;
  const fence = article.state.fence + (isNew ? 1 : 0);
  const claimed = isNew
    ? await appendEvents(session, article, [{ name: 'review.claimed', data: { by: person.id, fence } }], now)
    : article;
  await writeLease(session, article.key, person.id, fence, leaseSeconds);
  return claimed;
}

/**
 * Claims an article that is on the desk, for as long as a lease lasts. `state.fence` of the article returned is what later acts name. Throws
 * `ReviewError` with the code `claimed`, `not_on_desk` or `not_allowed`.
 */
export function claimArticle(desk: ReviewDesk, person: Person, key: ArticleKey): Promise<StoredArticle> {
  return actOn(desk, person, key, (acting) => claimWithin(acting, person));
}
