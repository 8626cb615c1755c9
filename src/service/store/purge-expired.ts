import { inTransaction } from './in-transaction.ts';
import { purgeArticles } from './purge-articles.ts';
import { type ArticleRow, articleColumnsOf, toStoredArticle } from './read-article.ts';
import type { SqlPool } from './sql-pool.ts';
import type { StoredArticle } from './stored-article.ts';

/**
 * Articles on the desk stay so many times as long as others. A decision that no person has looked at is not done with, but what nobody ever
 * looks at must not keep its content for ever.
 */
const WAITING_TIMES = 4;

const DECIDED = `x.status NOT IN ('pending', 'flagged')`;
const WAITING = `x.status = 'flagged'`;

/**
 * Tenant by tenant, oldest first; what is on its way is left alone, and so is what its publisher has not been told yet. Days count from the
 * article's last event. That is never before it came, whatever the clock of a process said then.
 */
function writeFind(which: string, times: number): string {
  return `SELECT ${articleColumnsOf('a')} FROM copydesk.tenants t CROSS JOIN LATERAL (
    SELECT * FROM copydesk.articles x
     WHERE x.tenant = t.id AND NOT x.purged AND ${which}
       AND x.received_at < now() - make_interval(days => ${times} * coalesce(t.retention_days, $1))
       AND x.changed_at < now() - make_interval(days => ${times} * coalesce(t.retention_days, $1))
       AND NOT EXISTS (SELECT FROM copydesk.deliveries d
                        WHERE d.tenant = x.tenant AND d.article_id = x.article_id AND d.revision = x.revision
                          AND d.state IN ('held', 'pending', 'retrying', 'delivering'))
     ORDER BY x.received_at LIMIT $2 FOR UPDATE SKIP LOCKED) a
  WHERE coalesce(t.retention_days, $1) IS NOT NULL LIMIT $2`;
}

const FINDS = [writeFind(DECIDED, 1), writeFind(WAITING, WAITING_TIMES)];

/**
 * Purges at most `limit` articles that are decided, and as many that wait for a person, when they are older than their tenant keeps them, in
 * days; `undefined`: a tenant that says nothing keeps them for ever. Resolves to those that were purged.
 */
export function purgeExpired(pool: SqlPool, defaultDays: number | undefined, limit: number): Promise<readonly StoredArticle[]> {
  return inTransaction(pool, async (session) => {
    const found: ArticleRow[] = [];
    for (const find of FINDS) found.push(...(await session.query<ArticleRow>(find, [defaultDays ?? null, limit])).rows);
    return purgeArticles(session, found.map(toStoredArticle), 'retention', new Date());
  });
}
