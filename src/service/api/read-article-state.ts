import type { z } from 'zod';
import { readResult } from '../store/read-result.ts';
import type { SqlSession } from '../store/sql-pool.ts';
import { ARTICLE_ROW_COLUMNS, type ArticleRow, toArticleRow } from './article-row.ts';
import { DELIVERY_COLUMNS, type DeliveryRow, toDelivery } from './delivery-row.ts';
import { readRevisions } from './read-revisions.ts';
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
  readonly time: Date;
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly hash: string | null;
}

/** A revision of an article with all that is known of it; `result` is the stored JSON. */
export interface ArticleStateAnswer {
  readonly fields: object;
  readonly result: string | undefined;
}

const FIND = `SELECT ${ARTICLE_ROW_COLUMNS}, processing, review, decision, delivery, attempt FROM copydesk.articles
  WHERE tenant = $1 AND article_id = $2 AND ($3::integer IS NULL OR revision = $3) ORDER BY revision DESC LIMIT 1`;

async function readHistory(session: SqlSession, key: readonly unknown[]): Promise<readonly object[]> {
  const { rows } = await session.query<EventRow>(
    `SELECT number, time, name, data, hash FROM copydesk.events
      WHERE tenant = $1 AND article_id = $2 AND revision = $3 ORDER BY number`,
    key,
  );
  return rows.map((row) => ({ ...row, time: row.time.toISOString() }));
}

async function readDeliveries(session: SqlSession, key: readonly unknown[]): Promise<readonly z.infer<typeof deliveryShape>[]> {
  const { rows } = await session.query<DeliveryRow>(
    `SELECT ${DELIVERY_COLUMNS} FROM copydesk.deliveries WHERE tenant = $1 AND article_id = $2 AND revision = $3 ORDER BY seq`,
    key,
  );
  return rows.map(toDelivery);
}

/** A revision of an article, the newest when none is named, or `undefined`. */
export async function readArticleState(
  session: SqlSession,
  tenant: string,
  id: string,
  revision: number | undefined,
): Promise<ArticleStateAnswer | undefined> {
  const { rows } = await session.query<StateRow>(FIND, [tenant, id, revision ?? null]);
  const [row] = rows;
  if (!row) return undefined;
  const key = [tenant, id, row.revision];
  const { processing, review, decision, delivery, attempt } = row;
  const fields = {
    ...{ ...toArticleRow(row), processing, review, decision, delivery, attempt },
    revisions: await readRevisions(session, tenant, id),
    history: await readHistory(session, key),
    deliveries: await readDeliveries(session, key),
  };
  return { fields, result: await readResult(session, { tenant, articleId: id, revision: row.revision }) };
}
