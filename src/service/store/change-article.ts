import { createDeliveryRow } from '../delivery/create-delivery-row.ts';
import type { DeliveryType } from '../delivery/delivery-type.ts';
import type { DecisionNotice } from './decision-notice.ts';
import { type Change, type ChangedArticle, foldChange } from './fold-change.ts';
import type { NewResult } from './new-result.ts';
import type { SqlSession } from './sql-pool.ts';
import { STATE_SQL } from './state-sql.ts';
import { toDecidedPayload } from './to-decided-payload.ts';
import { toSqlText } from './to-sql-text.ts';

/** Events with what is stored beside them. */
export interface ArticleChange extends Change {
  readonly result?: NewResult;
  /** The decision that the publisher is told of; its id and way stand in the event too. */
  readonly decision?: DecisionNotice & { readonly type: DeliveryType };
}

/**
 * Compares and writes in one statement, so there is nothing to hold and nothing half done: the state is written only when the
 * article is at the version that was read and its tenant hears of decisions in the way that was read; all else hangs on that. A
 * delivery is due by the database's clock, as those who send it look at it: the clock of this process may be wrong.
 */
const CHANGE = `WITH changed AS (
    UPDATE copydesk.articles a ${STATE_SQL.set}, kinds = coalesce($15::text[], a.kinds), rules = coalesce($16::text[], a.rules),
           reasons = coalesce($17::text[], a.reasons), result_title = coalesce($18::text, a.result_title),
           marked = a.marked OR $15::text[] IS NOT NULL
      FROM jsonb_to_record($6::jsonb) AS c(${STATE_SQL.record})
     WHERE a.tenant = $1 AND a.article_id = $2 AND a.revision = $3 AND a.version = $4
       AND ($14::text IS NULL OR ($14 = 'webhook') =
             EXISTS (SELECT FROM copydesk.tenants t WHERE t.id = $1 AND t.webhook_url IS NOT NULL))
    RETURNING a.run, a.seq
  ), events AS (
    INSERT INTO copydesk.events (tenant, article_id, revision, number, name, time, data, hash)
    SELECT $1, $2, $3, e.number, e.name, e.time, e.data, e.hash FROM changed, jsonb_to_recordset($7::jsonb)
        AS e(number integer, name text, time timestamptz, data jsonb, hash text)
  ), result AS (
    INSERT INTO copydesk.results (tenant, article_id, revision, run, json, outcome, score, ruleset, created_at)
    SELECT $1, $2, $3, run, $8, $9, $10, $11, $5 FROM changed WHERE $8::text IS NOT NULL
  ), marks AS (
    INSERT INTO copydesk.marks (tenant, mark, seq)
    SELECT $1, m.mark, changed.seq FROM changed,
           (SELECT 'k:' || k FROM unnest($15::text[]) k UNION ALL SELECT 'r:' || r FROM unnest($16::text[]) r) AS m (mark)
    ON CONFLICT DO NOTHING
  ), delivery AS (
    INSERT INTO copydesk.deliveries (id, tenant, article_id, revision, run, type, created_at, due_at, give_up_at, state)
    SELECT d.id, $1, $2, $3, run, d.type, $5, now() + (d.due_at - $5::timestamptz), now() + (d.give_up_at - $5::timestamptz), d.state FROM changed, jsonb_to_record($12::jsonb)
        AS d(id text, type text, due_at timestamptz, give_up_at timestamptz, state text) WHERE $12 IS NOT NULL
  ), ended AS (
    DELETE FROM copydesk.outbox WHERE tenant = $1 AND article_id = $2 AND revision = $3
       AND $13::text IS NOT NULL AND EXISTS (SELECT FROM changed)
  )
  SELECT CASE WHEN $13 IS NOT NULL THEN pg_notify('copydesk_decided', $13)::text END,
         CASE WHEN $14 = 'webhook' THEN pg_notify('copydesk_delivery', '')::text END FROM changed`;

/**
 * Appends events to an article as it was read, with the state they fold to, its result and its decision: all of it in one
 * statement, or, when somebody else has changed the article since, nothing. Returns the article after them, or `undefined`. Throws
 * `TransitionError` when the state does not allow an event.
 */
export async function changeArticle(session: SqlSession, change: ArticleChange, now: Date): Promise<ChangedArticle | undefined> {
  const { article, result, decision } = change;
  const { key } = article;
  const folded = foldChange(change, now);
  const { rows } = await session.query(CHANGE, [
    ...[key.tenant, key.articleId, key.revision, article.state.version, now],
    ...[JSON.stringify(folded.columns), JSON.stringify(folded.events)],
    ...(result ? [result.json, result.outcome, result.score, result.ruleset] : [null, null, null, null]),
    decision ? JSON.stringify(createDeliveryRow(decision, now)) : null,
    folded.isEnded ? toDecidedPayload(key) : null,
    decision?.way ?? null,
    ...(result ? [result.kinds, result.rules, result.reasons, toSqlText(result.title)] : [null, null, null, null]),
  ]);
  return rows.length > 0 ? folded.article : undefined;
}
