import type { SqlSession } from '../../src/service/store/sql-pool.ts';

/** The decision of an article can be told now, as if the time in which it may be undone had passed. */
export async function endHold(session: SqlSession, articleId: string): Promise<void> {
  await session.query(`UPDATE copydesk.deliveries SET due_at = now() WHERE article_id = $1 AND state = 'held'`, [articleId]);
}
