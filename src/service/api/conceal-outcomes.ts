import type { Accepted } from '../intake/accepted.ts';
import type { RefusedError } from '../intake/refused-error.ts';
import type { SqlSession } from '../store/sql-pool.ts';
import type { StoredArticle } from '../store/stored-article.ts';

const HELD = `SELECT d.id FROM copydesk.deliveries d WHERE d.tenant = $1 AND d.article_id = $2 AND d.revision = $3 AND d.state = 'held' AND d.due_at > now()`;

/** An article whose decision is held back, as it was when it waited for one. */
export async function concealStored(session: SqlSession, article: StoredArticle): Promise<StoredArticle> {
  const { key, state } = article;
  if (state.review !== 'decided') return article;
  const { rows } = await session.query(HELD, [key.tenant, key.articleId, key.revision]);
  return rows.length === 0 ? article : { ...article, state: { ...state, review: 'flagged', decision: null } };
}

/** What is answered of articles that were taken in before tells of no decision that is held back. */
export async function concealOutcomes(
  session: SqlSession,
  outcomes: readonly (Accepted | RefusedError)[],
): Promise<readonly (Accepted | RefusedError)[]> {
  const concealed: (Accepted | RefusedError)[] = [];
  for (const one of outcomes) {
    const isKnown = 'article' in one && !one.isNew;
    concealed.push(isKnown ? { ...one, article: await concealStored(session, one.article) } : one);
  }
  return concealed;
}
