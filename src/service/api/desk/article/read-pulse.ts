import type { ArticleKey } from '../../../store/article-key.ts';
import type { SqlSession } from '../../../store/sql-pool.ts';

/** The little that tells whether an article is as it was. */
export interface Pulse {
  readonly version: number;
  /** The number of the last event that tells nothing of people. */
  readonly machineVersion: number;
  /** Whoever has it, by a lease that lasts still. */
  readonly claimant: string | null;
}

export async function readPulse(session: SqlSession, key: ArticleKey): Promise<Pulse | undefined> {
  const { rows } = await session.query<Pulse>(
    `SELECT a.version, l.person AS claimant, (SELECT coalesce(max(e.number), 0) FROM copydesk.events e WHERE e.tenant = a.tenant
            AND e.article_id = a.article_id AND e.revision = a.revision AND e.name ~ '^(article|processing)[.]') AS "machineVersion"
       FROM copydesk.articles a
       LEFT JOIN copydesk.leases l ON l.tenant = a.tenant AND l.article_id = a.article_id AND l.revision = a.revision
        AND l.person = a.claimant AND l.fence = a.fence AND l.until > now()
      WHERE a.tenant = $1 AND a.article_id = $2 AND a.revision = $3`,
    [key.tenant, key.articleId, key.revision],
  );
  return rows[0];
}
