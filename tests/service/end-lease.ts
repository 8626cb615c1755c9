import type { SqlSession } from '../../src/service/store/sql-pool.ts';

/** The claim of an article is over now, as if its time had passed. */
export async function endLease(session: SqlSession, articleId: string): Promise<void> {
  await session.query("UPDATE copydesk.leases SET until = now() - interval '1 second' WHERE article_id = $1", [articleId]);
}
