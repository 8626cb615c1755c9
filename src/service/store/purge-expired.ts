import { inTransaction } from './in-transaction.ts';
import { purgeArticles } from './purge-articles.ts';
import { ARTICLE_COLUMNS, type ArticleRow, toStoredArticle } from './read-article.ts';
import type { SqlPool } from './sql-pool.ts';
import type { StoredArticle } from './stored-article.ts';

const COLUMNS = ARTICLE_COLUMNS.split(', ').map((name) => `a.${name}`);

/** Tenant by tenant, oldest first; what is on its way is left alone. */
const FIND = `SELECT ${COLUMNS.join(', ')} FROM copydesk.tenants t CROSS JOIN LATERAL (
    SELECT * FROM copydesk.articles x
     WHERE x.tenant = t.id AND NOT x.purged AND x.status <> 'pending'
       AND x.received_at < now() - make_interval(days => coalesce(t.retention_days, $1))
     ORDER BY x.received_at LIMIT $2 FOR UPDATE SKIP LOCKED) a
  WHERE coalesce(t.retention_days, $1) IS NOT NULL LIMIT $2`;

/**
 * Purges at most `limit` articles that are older than their tenant keeps them, in days; `undefined`: a tenant that says nothing keeps
 * them for ever. Resolves to those that were purged.
 */
export function purgeExpired(pool: SqlPool, defaultDays: number | undefined, limit: number): Promise<readonly StoredArticle[]> {
  return inTransaction(pool, async (session) => {
    const { rows } = await session.query<ArticleRow>(FIND, [defaultDays ?? null, limit]);
    return purgeArticles(session, rows.map(toStoredArticle), 'retention', new Date());
  });
}
