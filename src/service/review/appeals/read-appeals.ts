import type { ArticleKey } from '../../store/article-key.ts';
import type { SqlSession } from '../../store/sql-pool.ts';

/** What somebody said against a decision. */
export interface StoredAppeal {
  readonly id: string;
  /** The id of the person or key whose it is. */
  readonly by: string;
  readonly time: Date;
  /** Null after a purge. */
  readonly text: string | null;
  /** Null while nobody has decided it. */
  readonly decidedAt: Date | null;
  readonly upheld: boolean | null;
  /** Why it is over without a decision; null when it is not, or when that was not recorded then. */
  readonly closedReason: 'replayed' | 'superseded' | 'purged' | null;
}

/** The appeals of an article, the newest last: one that waits is the last. */
export async function readAppeals(
  session: SqlSession,
  { tenant, articleId, revision }: ArticleKey,
): Promise<readonly StoredAppeal[]> {
  const { rows } = await session.query<StoredAppeal>(
    `SELECT id, person AS by, created_at AS time, nullif(text, '') AS text, decided_at AS "decidedAt", upheld, closed_reason AS "closedReason"
       FROM copydesk.appeals WHERE tenant = $1 AND article_id = $2 AND revision = $3 ORDER BY created_at, id`,
    [tenant, articleId, revision],
  );
  return rows;
}
