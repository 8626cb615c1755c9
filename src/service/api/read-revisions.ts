import type { SqlSession } from '../store/sql-pool.ts';

/** Every revision of an article, oldest first; none when there is no such article. */
export async function readRevisions(session: SqlSession, tenant: string, id: string): Promise<readonly number[]> {
  const { rows } = await session.query<{ revision: number }>(
    'SELECT revision FROM copydesk.articles WHERE tenant = $1 AND article_id = $2 ORDER BY revision',
    [tenant, id],
  );
  return rows.map(({ revision }) => revision);
}
