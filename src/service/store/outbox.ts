import type { ArticleKey } from './article-key.ts';
import type { SqlSession } from './sql-pool.ts';

/** A claim older than this belonged to a relay that died. Longer than any `add` may take. */
const CLAIM_SECONDS = 30;

export interface OutboxRow {
  readonly id: string;
  readonly key: ArticleKey;
  readonly createdAt: Date;
}

interface Row {
  readonly id: string;
  readonly tenant: string;
  readonly article_id: string;
  readonly revision: number;
  readonly created_at: Date;
}

/** Claims the oldest rows that nobody else is telling the queue about. */
export async function claimOutbox(session: SqlSession, limit: number, now: Date): Promise<readonly OutboxRow[]> {
  const tooOld = new Date(now.getTime() - CLAIM_SECONDS * 1000);
  const { rows } = await session.query<Row>(
    `UPDATE copydesk.outbox SET claimed_at = $1
      WHERE id IN (SELECT id FROM copydesk.outbox WHERE claimed_at IS NULL OR claimed_at < $2
                    ORDER BY id LIMIT $3 FOR UPDATE SKIP LOCKED)
      RETURNING id, tenant, article_id, revision, created_at`,
    [now, tooOld, limit],
  );
  return rows
    .map(({ id, tenant, article_id, revision, created_at }) => ({
      id,
      key: { tenant, articleId: article_id, revision },
      createdAt: created_at,
    }))
    .sort((a, b) => Number(a.id) - Number(b.id));
}

/** The queue has been told. */
export async function deleteOutbox(session: SqlSession, ids: readonly string[]): Promise<void> {
  await session.query('DELETE FROM copydesk.outbox WHERE id = ANY($1::bigint[])', [ids]);
}

/** The queue could not be told: the next round tries again. */
export async function unclaimOutbox(session: SqlSession, ids: readonly string[]): Promise<void> {
  await session.query('UPDATE copydesk.outbox SET claimed_at = NULL WHERE id = ANY($1::bigint[])', [ids]);
}

export async function insertOutbox(session: SqlSession, key: ArticleKey, now: Date): Promise<void> {
  await session.query('INSERT INTO copydesk.outbox (tenant, article_id, revision, created_at) VALUES ($1, $2, $3, $4)', [
    key.tenant,
    key.articleId,
    key.revision,
    now,
  ]);
}
