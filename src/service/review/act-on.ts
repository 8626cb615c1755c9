import type { ArticleKey } from '../store/article-key.ts';
import { inTransaction } from '../store/in-transaction.ts';
import { readArticle } from '../store/read-article.ts';
import type { SqlSession } from '../store/sql-pool.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { endOverdue } from './end-overdue.ts';
import { type Effort, logReview, readReviewEvents } from './log-review.ts';
import { hasRole, type Person, type Role } from './person.ts';
import type { ReviewDesk } from './review-desk.ts';
import { ReviewError } from './review-error.ts';

/** An article whose row the transaction holds, and whose claim, if it has one, lasts still. */
export interface Acting {
  readonly session: SqlSession;
  readonly article: StoredArticle;
  readonly now: Date;
  /** How long a claim that is taken lasts; `LEASE_SECONDS` when absent. */
  readonly leaseSeconds?: number | undefined;
}

export interface ActOptions {
  /** What a decision took, for the log. */
  readonly effort?: Effort | undefined;
  /** The role that it takes; a moderator's when absent. */
  readonly least?: Role;
}

/**
 * Runs an act on an article in one transaction that holds its row, and logs its events. A refused act leaves the end of an overdue claim
 * behind, and nothing else. Throws `ReviewError`.
 */
export async function actOn<T>(
  { pool, log, leaseSeconds }: ReviewDesk,
  person: Person,
  key: ArticleKey,
  act: (acting: Acting) => Promise<T>,
  { effort, least = 'moderator' }: ActOptions = {},
): Promise<T> {
  if (person.tenant !== null && person.tenant !== key.tenant) throw new ReviewError('unknown_article');
  if (!hasRole(person, least)) throw new ReviewError('not_allowed');
  const outcome = await inTransaction(pool, async (session) => {
    const now = new Date();
    const known = await readArticle(session, key, true);
    if (!known) throw new ReviewError('unknown_article');
    const article = await endOverdue(session, known, now);
    const tell = async () => ({ article: known, events: await readReviewEvents(session, known) });
    try {
      const value = await act({ session, article, now, leaseSeconds });
      return { value, ...(await tell()) };
    } catch (error) {
      // An act is refused before it writes anything.
      if (error instanceof ReviewError) return { error, ...(await tell()) };
      throw error;
    }
  });
  logReview(log, outcome.article, outcome.events, effort);
  if ('error' in outcome) throw outcome.error;
  return outcome.value;
}

/** The article, if the person acts under the claim of now. Throws `ReviewError`. */
export function holdClaim({ article }: Acting, { id }: Person, fence: number): StoredArticle {
  const { claimant, fence: current } = article.state;
  if (claimant === null) throw new ReviewError('unclaimed', article);
  if (claimant !== id) throw new ReviewError('claimed', article);
  if (current !== fence) throw new ReviewError('stale_claim', article);
  return article;
}
