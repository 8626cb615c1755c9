import type { ReviewDecision } from '../../store/review-event.ts';
import type { SqlSession } from '../../store/sql-pool.ts';
import type { StoredArticle } from '../../store/stored-article.ts';

/** So many hexadecimal digits of a hash make a fraction. */
const DIGITS = 12;

/**
 * Puts a decision into the sample that a second person looks at, when its number falls below the tenant's share. The number is the beginning of
 * the hash of its event, which is made of the article, the decision and all that came before: so nobody chooses it, and anybody who has the
 * chain of events can find the sample again. `decided`: the article after the event.
 */
export async function sampleDecision(
  session: SqlSession,
  { key, state, head }: StoredArticle,
  decider: string,
  decision: ReviewDecision,
): Promise<void> {
  const fraction = Number.parseInt(head.slice(0, DIGITS), 16) / 16 ** DIGITS;
  await session.query(
    `INSERT INTO copydesk.checks (tenant, article_id, revision, number, decider, decision, decided_at)
     SELECT $1, $2, $3, $4, $5, $6, now() FROM copydesk.tenants WHERE id = $1 AND second_review_share > $7::float8`,
    [key.tenant, key.articleId, key.revision, state.version, decider, decision, fraction],
  );
}
