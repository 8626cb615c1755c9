import type { z } from 'zod';
import type { SqlSession } from '../store/sql-pool.ts';
import { ARTICLE_ROW_COLUMNS, type ArticleRow, toArticleRow } from './article-row.ts';
import { DELIVERY_COLUMNS, type DeliveryRow, toDelivery } from './delivery-row.ts';
import type { deliveryShape } from './shapes/article-shape.ts';

interface StateRow extends ArticleRow {
  readonly processing: string;
  readonly review: string;
  readonly decision: string | null;
  readonly delivery: string;
  readonly attempt: number;
}

interface EventRow {
  readonly number: number;
  readonly time: string;
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly hash: string | null;
}

/** A delivery within JSON, where times are text. */
type DeliveryJson = Omit<DeliveryRow, 'created_at' | 'last_attempt_at'> & {
  readonly created_at: string;
  readonly last_attempt_at: string | null;
};

interface Row extends StateRow {
  readonly revisions: readonly number[];
  readonly history: readonly EventRow[];
  readonly deliveries: readonly DeliveryJson[];
  readonly result: string | null;
}

/** A revision of an article with all that is known of it; `result` is the stored JSON. */
export interface ArticleStateAnswer {
  readonly fields: object;
  readonly result: string | undefined;
}

/** Events, deliveries and revisions of one answer; the newest of each. */
export const MOST_LISTED = 1000;

const OF_REVISION = 'tenant = a.tenant AND article_id = a.article_id AND revision = a.revision';

/** One statement sees one moment: so no state stands beside a result that came after it. What people decided on stands before what the machine made. */
const FIND = `WITH a AS (
    SELECT tenant, ${ARTICLE_ROW_COLUMNS}, processing, review, decision, delivery, attempt FROM copydesk.articles
     WHERE tenant = $1 AND article_id = $2 AND ($3::integer IS NULL OR revision = $3) ORDER BY revision DESC LIMIT 1)
  SELECT a.*,
    (SELECT json_agg(revision ORDER BY revision) FROM (SELECT revision FROM copydesk.articles
       WHERE tenant = a.tenant AND article_id = a.article_id ORDER BY revision DESC LIMIT ${MOST_LISTED}) AS r) AS revisions,
    (SELECT coalesce(json_agg(e ORDER BY number), '[]') FROM (SELECT number, time, name, data, hash FROM copydesk.events
       WHERE ${OF_REVISION} ORDER BY number DESC LIMIT ${MOST_LISTED}) AS e) AS history,
    (SELECT coalesce(json_agg(d ORDER BY seq), '[]') FROM (SELECT seq, ${DELIVERY_COLUMNS} FROM copydesk.deliveries
       WHERE ${OF_REVISION} ORDER BY seq DESC LIMIT ${MOST_LISTED}) AS d) AS deliveries,
    (SELECT coalesce(
       CASE WHEN a.review = 'decided' THEN (SELECT c.json FROM copydesk.deliveries d LEFT JOIN copydesk.decided c ON c.delivery = d.id
          WHERE d.tenant = a.tenant AND d.article_id = a.article_id AND d.revision = a.revision ORDER BY d.seq DESC LIMIT 1) END,
       (SELECT json FROM copydesk.results WHERE ${OF_REVISION} ORDER BY run DESC LIMIT 1))) AS result
  FROM a`;

function readDelivery(row: DeliveryJson): z.infer<typeof deliveryShape> {
  const lastAttemptAt = row.last_attempt_at === null ? null : new Date(row.last_attempt_at);
  return toDelivery({ ...row, created_at: new Date(row.created_at), last_attempt_at: lastAttemptAt });
}

/** A revision of an article, the newest when none is named, or `undefined`. */
export async function readArticleState(
  session: SqlSession,
  tenant: string,
  id: string,
  revision: number | undefined,
): Promise<ArticleStateAnswer | undefined> {
  const { rows } = await session.query<Row>(FIND, [tenant, id, revision ?? null]);
  const [row] = rows;
  if (!row) return undefined;
  const { processing, review, decision, delivery, attempt, revisions, history, deliveries, result } = row;
  const fields = {
    ...{ ...toArticleRow(row), processing, review, decision, delivery, attempt, revisions },
    history: history.map((event) => ({ ...event, time: new Date(event.time).toISOString() })),
    deliveries: deliveries.map(readDelivery),
  };
  return { fields, result: result ?? undefined };
}
