import type { SqlSession } from '../store/sql-pool.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import type { Draft } from './make-draft.ts';

const STORE = `INSERT INTO copydesk.drafts (tenant, article_id, revision, run, list, json, sha256, outcome, score, ruleset, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now())
  ON CONFLICT (tenant, article_id, revision) DO UPDATE SET run = excluded.run, list = excluded.list, json = excluded.json,
    sha256 = excluded.sha256, outcome = excluded.outcome, score = excluded.score, ruleset = excluded.ruleset, created_at = excluded.created_at`;

/** Puts a draft in the place of the one before, or, without one, takes that away. The transaction holds the article's row. `list`: see `hashList`. */
export async function storeDraft(session: SqlSession, { key, state }: StoredArticle, list: string, draft?: Draft): Promise<void> {
  const id = [key.tenant, key.articleId, key.revision];
  if (draft) {
    const { json, sha256, outcome, score, ruleset } = draft;
    await session.query(STORE, [...id, state.run, list, json, sha256, outcome, score, ruleset]);
    return;
  }
  await session.query('DELETE FROM copydesk.drafts WHERE tenant = $1 AND article_id = $2 AND revision = $3', id);
}
