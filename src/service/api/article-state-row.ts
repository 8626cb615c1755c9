import type { ArticleEvent } from '../store/article-event.ts';
import type { DeliveryState, ProcessingState, ReviewState } from '../store/article-state.ts';
import type { ReviewDecision } from '../store/review-event.ts';
import { ARTICLE_ROW_COLUMNS, type ArticleRow } from './article-row.ts';
import { DELIVERY_COLUMNS, type DeliveryRow } from './delivery-row.ts';

/** An event within JSON, where times are text. */
type EventRow = ArticleEvent & { readonly number: number; readonly time: string; readonly hash: string | null };

/** A delivery within JSON. */
export type DeliveryJson = Omit<DeliveryRow, 'created_at' | 'last_attempt_at'> & {
  readonly created_at: string;
  readonly last_attempt_at: string | null;
};

interface AppealRow {
  readonly id: string;
  readonly opened_at: string;
  readonly ended_at: string | null;
  readonly upheld: boolean | null;
  readonly closed_reason: 'replayed' | 'superseded' | 'purged' | null;
}

/** A revision of an article with all that is known of it. */
export interface ArticleStateRow extends ArticleRow {
  readonly processing: ProcessingState;
  readonly review: ReviewState;
  readonly decision: ReviewDecision | null;
  readonly delivery: DeliveryState;
  readonly attempt: number;
  readonly flagged_at: Date | null;
  readonly revisions: readonly number[];
  readonly history: readonly EventRow[];
  readonly deliveries: readonly DeliveryJson[];
  readonly appeals: readonly AppealRow[];
  /** A decision is held back although it is due. */
  readonly is_overdue: boolean;
  /** JSON text. */
  readonly result: string | null;
}

/** Events, deliveries, appeals and revisions of one answer; the newest of each. */
export const MOST_LISTED = 1000;

const OF_REVISION = 'tenant = a.tenant AND article_id = a.article_id AND revision = a.revision';

/**
 * The delivery of the decision of people that stands, or stood before an appeal: the newest that was not undone next, nor overruled by a
 * replay, and that may be seen. `$4`: those that are held back may; `$5`: none may.
 */
const STANDING = `SELECT s.id FROM (
     SELECT number, name, data -> 'delivery' ->> 'id' AS id, lead(name) OVER (ORDER BY number) AS next FROM copydesk.events
      WHERE ${OF_REVISION} AND name IN ('review.decided', 'appeal.decided', 'decision.undone', 'article.replayed')) AS s
   WHERE NOT $5::boolean AND s.name IN ('review.decided', 'appeal.decided') AND s.next IS DISTINCT FROM 'decision.undone'
     AND s.number > coalesce((SELECT max(number) FROM copydesk.events WHERE ${OF_REVISION} AND name = 'article.replayed'), 0)
     AND ($4::boolean OR NOT EXISTS (SELECT FROM copydesk.deliveries h WHERE h.id = s.id AND h.state = 'held'))
   ORDER BY s.number DESC LIMIT 1`;

/** One statement sees one moment: so no state stands beside a result that came after it. What people decided on stands before what the machine made. */
export const FIND_ARTICLE_STATE = `WITH a AS (
    SELECT tenant, ${ARTICLE_ROW_COLUMNS}, processing, review, decision, delivery, attempt, flagged_at FROM copydesk.articles
     WHERE tenant = $1 AND article_id = $2 AND ($3::integer IS NULL OR revision = $3) ORDER BY revision DESC LIMIT 1)
  SELECT a.*,
    (SELECT json_agg(revision ORDER BY revision) FROM (SELECT revision FROM copydesk.articles
       WHERE tenant = a.tenant AND article_id = a.article_id ORDER BY revision DESC LIMIT ${MOST_LISTED}) AS r) AS revisions,
    (SELECT coalesce(json_agg(e ORDER BY number), '[]') FROM (SELECT number, time, name, data, hash FROM copydesk.events
       WHERE ${OF_REVISION} ORDER BY number DESC LIMIT ${MOST_LISTED}) AS e) AS history,
    (SELECT coalesce(json_agg(d ORDER BY seq), '[]') FROM (SELECT seq, ${DELIVERY_COLUMNS} FROM copydesk.deliveries
       WHERE ${OF_REVISION} ORDER BY seq DESC LIMIT ${MOST_LISTED}) AS d) AS deliveries,
    (SELECT coalesce(json_agg(p ORDER BY opened_at, id), '[]') FROM (SELECT id, created_at AS opened_at, decided_at AS ended_at, upheld, closed_reason
       FROM copydesk.appeals WHERE ${OF_REVISION} ORDER BY created_at DESC LIMIT ${MOST_LISTED}) AS p) AS appeals,
    EXISTS (SELECT FROM copydesk.deliveries WHERE ${OF_REVISION} AND state = 'held' AND due_at <= now()) AS is_overdue,
    coalesce(CASE WHEN a.review IN ('decided', 'appealed') THEN (SELECT json FROM copydesk.decided WHERE delivery = (${STANDING})) END,
       (SELECT json FROM copydesk.results WHERE ${OF_REVISION} ORDER BY run DESC LIMIT 1)) AS result
  FROM a`;
