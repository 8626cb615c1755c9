import type { Outcome } from '../../moderation/model/moderated-article.ts';
import type { SqlSession } from './sql-pool.ts';
import type { StoredArticle } from './stored-article.ts';

export interface NewResult {
  /** The result as JSON text, byte for byte as the library gives it. */
  readonly json: string;
  readonly outcome: Outcome;
  readonly score: number;
  readonly ruleset: string;
}

/** Stores the one result of a run of a revision. Rejects when there is one: a second delivery must have stopped before. */
export async function insertResult(session: SqlSession, article: StoredArticle, result: NewResult, now: Date): Promise<void> {
  const { key, state } = article;
  await session.query(
    `INSERT INTO copydesk.results (tenant, article_id, revision, run, json, outcome, score, ruleset, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [key.tenant, key.articleId, key.revision, state.run, result.json, result.outcome, result.score, result.ruleset, now],
  );
}
