import type { ArticleKey } from '../../store/article-key.ts';
import type { SqlSession } from '../../store/sql-pool.ts';

/** An appeal that nobody has decided. */
export interface OpenAppeal {
  readonly id: string;
  /** Whoever appealed. */
  readonly person: string;
}

/** The open appeal of an article. */
export async function readOpenAppeal(
  session: SqlSession,
  { tenant, articleId, revision }: ArticleKey,
): Promise<OpenAppeal | undefined> {
  const { rows } = await session.query<OpenAppeal>(
    `SELECT id, person FROM copydesk.appeals WHERE tenant = $1 AND article_id = $2 AND revision = $3 AND decided_at IS NULL
      ORDER BY created_at DESC LIMIT 1`,
    [tenant, articleId, revision],
  );
  return rows[0];
}
