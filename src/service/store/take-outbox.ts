import { type ArticleRow, articleColumnsOf, toStoredArticle } from './read-article.ts';
import type { SqlSession } from './sql-pool.ts';
import type { StoredArticle } from './stored-article.ts';

/** How much each tenant had of the queue, in rows by weight, and the least that any of them is taken for. */
export interface Served {
  readonly byTenant: Readonly<Record<string, number>>;
  readonly floor: number;
}

export interface OutboxRow {
  readonly id: string;
  readonly article: StoredArticle;
  readonly createdAt: Date;
  /** What its tenant has had with this row. */
  readonly turn: number;
}

interface Row extends ArticleRow {
  readonly id: string;
  readonly created_at: Date;
  readonly turn: number;
}

/**
 * Tenants are found by jumping from one to the next in the index, and from each at most twice its share is read, so the cost
 * is that of what is taken, however long the outbox. The article is locked before its outbox row, as everybody does it, and never waited for.
 */
const TAKE = `WITH RECURSIVE waiting(tenant) AS (
    (SELECT tenant FROM copydesk.outbox WHERE told_at IS NULL ORDER BY tenant LIMIT 1)
    UNION ALL
    SELECT (SELECT o.tenant FROM copydesk.outbox o WHERE o.told_at IS NULL AND o.tenant > w.tenant ORDER BY o.tenant LIMIT 1)
      FROM waiting w WHERE w.tenant IS NOT NULL
  ), shares AS (
    SELECT w.tenant, coalesce(t.weight, 1) AS weight, sum(coalesce(t.weight, 1)) OVER () AS total,
           greatest(($1::jsonb ->> w.tenant)::float8, $2) AS served
      FROM waiting w LEFT JOIN copydesk.tenants t ON t.id = w.tenant WHERE w.tenant IS NOT NULL
  ), candidates AS MATERIALIZED (
    SELECT c.id, s.served + c.place::float8 / s.weight AS turn
      FROM shares s CROSS JOIN LATERAL (
        SELECT id, row_number() OVER (ORDER BY id) AS place FROM (
          SELECT o.id FROM copydesk.outbox o WHERE o.tenant = s.tenant AND o.told_at IS NULL
           ORDER BY o.id LIMIT least($3::integer, ceil(2.0 * $3::integer * s.weight / s.total))) nearest
      ) c ORDER BY turn, c.id LIMIT $3::integer
  ), held AS (
    SELECT o.id, c.turn, o.created_at, ${articleColumnsOf('a')}
      FROM candidates c JOIN copydesk.outbox o ON o.id = c.id
      JOIN copydesk.articles a ON a.tenant = o.tenant AND a.article_id = o.article_id AND a.revision = o.revision
     WHERE o.told_at IS NULL FOR UPDATE OF a SKIP LOCKED
  )
  UPDATE copydesk.outbox o SET told_at = now() FROM held WHERE o.id = held.id AND o.told_at IS NULL
  RETURNING o.id, held.turn, held.created_at, ${articleColumnsOf('held')}`;

/** Takes waiting rows, tenants in turn by their weights, and holds their articles until the transaction ends. */
export async function takeOutbox(session: SqlSession, limit: number, served: Served): Promise<readonly OutboxRow[]> {
  const { rows } = await session.query<Row>(TAKE, [JSON.stringify(served.byTenant), served.floor, limit]);
  return rows
    .map((row) => ({ id: row.id, article: toStoredArticle(row), createdAt: row.created_at, turn: row.turn }))
    .sort((a, b) => a.turn - b.turn || Number(a.id) - Number(b.id));
}
