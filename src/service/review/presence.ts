import type { ArticleKey } from '../store/article-key.ts';
import type { SqlSession } from '../store/sql-pool.ts';

/** The page says that it is there three times as often. */
const LOOKING_SECONDS = 30;

/** Says that a person has an article open. */
export async function markLooking(session: SqlSession, key: ArticleKey, person: string): Promise<void> {
  await session.query(
    `INSERT INTO copydesk.looking (tenant, article_id, revision, person, seen_at)
     SELECT tenant, article_id, revision, $4, now() FROM copydesk.articles WHERE tenant = $1 AND article_id = $2 AND revision = $3
     ON CONFLICT (tenant, article_id, revision, person) DO UPDATE SET seen_at = now()`,
    [key.tenant, key.articleId, key.revision, person],
  );
}

/** Ids of the people who have an article open, but for one. */
export async function readLooking(session: SqlSession, key: ArticleKey, besides: string): Promise<readonly string[]> {
  const { rows } = await session.query<{ person: string }>(
    `SELECT person FROM copydesk.looking WHERE tenant = $1 AND article_id = $2 AND revision = $3 AND person <> $4
        AND seen_at > now() - make_interval(secs => ${LOOKING_SECONDS}) ORDER BY person LIMIT 50`,
    [key.tenant, key.articleId, key.revision, besides],
  );
  return rows.map(({ person }) => person);
}

/** Forgets who looked, and who skipped what, when it counts no longer. */
export async function forgetPresence(session: SqlSession): Promise<void> {
  await session.query(`DELETE FROM copydesk.looking WHERE seen_at < now() - make_interval(secs => ${2 * LOOKING_SECONDS})`);
  await session.query('DELETE FROM copydesk.skips WHERE until < now()');
}
