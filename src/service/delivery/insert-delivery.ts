import { randomBytes } from 'node:crypto';
import type { DecisionNotice } from '../store/article-event.ts';
import type { SqlSession } from '../store/sql-pool.ts';
import type { StoredArticle } from '../store/stored-article.ts';

/** What a publisher is told: that an article was accepted, waits on the desk, or could not be moderated. */
export const DELIVERY_TYPES = ['article.accepted', 'article.flagged', 'article.dead'] as const;
export type DeliveryType = (typeof DELIVERY_TYPES)[number];

/** How long a delivery is tried. */
export const GIVE_UP_SECONDS = 24 * 3600;

/**
 * Makes the delivery that tells the publisher of a decision, in the transaction that decides; its id is the webhook-id of every
 * attempt. Put what it returns into the event. A tenant without a webhook fetches its decisions.
 */
export async function insertDelivery(
  session: SqlSession,
  article: StoredArticle,
  type: DeliveryType,
  now: Date,
): Promise<DecisionNotice> {
  const { key, state } = article;
  const id = `msg_${randomBytes(12).toString('hex')}`;
  const giveUp = new Date(now.getTime() + GIVE_UP_SECONDS * 1000);
  const { rows } = await session.query<{ state: string }>(
    `INSERT INTO copydesk.deliveries (id, tenant, article_id, revision, run, type, created_at, due_at, give_up_at, state)
     SELECT $1, $2, $3, $4, $5, $6, $7, $7, $8, CASE WHEN t.webhook_url IS NULL THEN 'available' ELSE 'pending' END
       FROM (SELECT $2::text AS id) wanted LEFT JOIN copydesk.tenants t USING (id)
     RETURNING state`,
    [id, key.tenant, key.articleId, key.revision, state.run, type, now, giveUp],
  );
  return { id, way: rows[0]?.state === 'pending' ? 'webhook' : 'pull' };
}
