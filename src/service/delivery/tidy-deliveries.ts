import { appendToAll } from '../store/append-to-all.ts';
import type { ArticleEvent } from '../store/article-event.ts';
import { inTransaction } from '../store/in-transaction.ts';
import { type ArticleRow, articleColumnsOf, toStoredArticle } from '../store/read-article.ts';
import type { SqlSession } from '../store/sql-pool.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { aboutArticle } from '../telemetry/about-article.ts';
import { startSpan } from '../telemetry/trace.ts';
import { type Records, releaseHeld } from './release-held.ts';

/**
 * Nothing is ever put off by more than this, so a later time was written by a clock that was wrong. A failed attempt may wait for hours; there
 * the clock was wrong if the attempt is still to come.
 */
const FARTHEST = `CASE state WHEN 'retrying' THEN interval '1 day' ELSE interval '15 minutes' END`;
const TRIED_LATER = `state = 'retrying' AND last_attempt_at > now() + interval '30 seconds'`;

/** Who comes last gets what is left, so that nobody waits in a circle. */
const MEND_CLOCK = `UPDATE copydesk.deliveries SET due_at = now() WHERE id IN (
    SELECT id FROM copydesk.deliveries WHERE state IN ('held', 'pending', 'retrying', 'delivering')
       AND due_at > now() AND (due_at > now() + ${FARTHEST} OR ${TRIED_LATER})
     FOR UPDATE SKIP LOCKED)`;

interface Row extends ArticleRow {
  readonly delivery_id: string;
  readonly attempts: number;
}

const NO_WEBHOOK = 'no_webhook';

const BURY = `WITH held AS (
    SELECT d.id AS delivery_id, ${articleColumnsOf('a')}
      FROM copydesk.deliveries d JOIN copydesk.articles a USING (tenant, article_id, revision) JOIN copydesk.tenants t ON t.id = d.tenant
     WHERE d.state IN ('pending', 'retrying', 'delivering') AND d.due_at <= now() AND d.give_up_at <= now() AND t.webhook_url IS NULL
     ORDER BY a.article_id LIMIT 200 FOR UPDATE OF a SKIP LOCKED)
  UPDATE copydesk.deliveries d SET state = 'dead', lease = NULL, lease_until = NULL, last_code = '${NO_WEBHOOK}'
    FROM held h WHERE d.id = h.delivery_id AND d.state IN ('pending', 'retrying', 'delivering')
  RETURNING d.attempts, h.*`;

interface Buried {
  readonly article: StoredArticle;
  readonly delivery: string;
  readonly attempts: number;
}

async function bury(session: SqlSession): Promise<readonly Buried[]> {
  const { rows } = await session.query<Row>(BURY);
  const changes = rows.map((row) => {
    const data = { delivery: row.delivery_id, attempts: row.attempts, code: NO_WEBHOOK };
    const event: ArticleEvent = { name: 'delivery.dead_lettered', data };
    return { article: toStoredArticle(row), events: [event] };
  });
  const articles = await appendToAll(session, changes, new Date());
  return rows.flatMap(({ delivery_id: delivery, attempts }, index) => {
    const article = articles[index];
    return article ? [{ article, delivery, attempts }] : [];
  });
}

/**
 * Sets right what no attempt would: times that a wrong clock wrote, decisions no longer held back that wait to be fetched, and those that
 * waited a day for a webhook that was taken away, which are dead now.
 */
export async function tidyDeliveries({ pool, log }: Records): Promise<void> {
  await pool.query(MEND_CLOCK);
  await releaseHeld({ pool, log });
  for (const { article, delivery, attempts: delivery_attempts } of await inTransaction(pool, bury)) {
    const fields = { ...aboutArticle(article), delivery, delivery_attempts, code: NO_WEBHOOK };
    log('delivery.dead_lettered', fields, startSpan(article.traceId));
  }
}
