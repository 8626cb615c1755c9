import type { Outcome } from '../../moderation/model/moderated-article.ts';
import type { ArticleKey } from './article-key.ts';
import type { SqlSession } from './sql-pool.ts';

export interface NewResult {
  /** The result as JSON text, byte for byte as the library gives it. */
  readonly json: string;
  readonly outcome: Outcome;
  readonly score: number;
  readonly ruleset: string;
}

/** Stores the one result of a revision. Rejects when there is one: a second delivery must have stopped before. */
export async function insertResult(session: SqlSession, key: ArticleKey, result: NewResult, now: Date): Promise<void> {
  await session.query(
    `INSERT INTO copydesk.results (tenant, article_id, revision, json, outcome, score, ruleset, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [key.tenant, key.articleId, key.revision, result.json, result.outcome, result.score, result.ruleset, now],
  );
}
