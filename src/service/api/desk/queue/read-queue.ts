import { readPersons } from '../../../people/read-persons.ts';
import { readStandingOffers } from '../../../review/checks/read-standing-offers.ts';
import type { Person } from '../../../review/person.ts';
import type { QueueFilter } from '../../../review/queue/queue-filter.ts';
import { queueOrder } from '../../../review/queue/queue-order.ts';
import { QUEUE_FROM, type QueueWhere, writeQueueWhere } from '../../../review/queue/write-queue-where.ts';
import type { SqlSession } from '../../../store/sql-pool.ts';
import type { QueueShape } from '../shapes/queue-shape.ts';
import { type QueuePlace, readQueueCursor, writeQueueCursor } from './queue-cursor.ts';
import { QUEUE_ROW_COLUMNS, type QueueRow, toQueueRow } from './queue-row.ts';

export interface QueuePage {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly facets: boolean;
}

type PlacedRow = QueueRow & QueuePlace;

/** Counting goes on no further: it would cost more than it tells. */
const MOST_COUNTED = 10_000;
const MOST_FACETS = 50;

async function readPage(session: SqlSession, { text, params }: QueueWhere, filter: QueueFilter, page: QueuePage) {
  const order = queueOrder(filter.state);
  const after = page.cursor === undefined ? undefined : readQueueCursor(page.cursor, filter);
  const at = (offset: number) => `$${params.length + offset}`;
  const beyond = `AND ${order.row} ${order.comparison} ('epoch'::timestamptz + ${at(2)}::float8 * interval '1 microsecond', ${at(3)}::integer, ${at(4)}::bigint)`;
  const place = after ? [after.micros, after.priority, after.seq] : [];
  const { rows } = await session.query<PlacedRow>(
    `SELECT ${QUEUE_ROW_COLUMNS}, a.seq, ${order.micros} AS micros FROM ${QUEUE_FROM}
      WHERE ${text} ${after ? beyond : ''} ORDER BY ${order.text} LIMIT ${at(1)}`,
    [...params, page.limit + 1, ...place],
  );
  return { rows: rows.slice(0, page.limit), isLast: rows.length <= page.limit };
}

function writeNext(last: PlacedRow | undefined, filter: QueueFilter): string | null {
  if (!last) return null;
  const isByDue = queueOrder(filter.state).comparison === '>';
  return writeQueueCursor({ ...last, priority: isByDue ? -last.priority : 0 }, filter);
}

type Counts = Pick<QueueShape, 'count' | 'oldestSeconds' | 'dueInSeconds' | 'overdue'>;

async function countAll(session: SqlSession, { text, params }: QueueWhere, filter: QueueFilter): Promise<Counts> {
  const { rows } = await session.query<Counts>(
    `SELECT count(*)::integer AS count, extract(epoch FROM now() - min(flagged_at))::float8 AS "oldestSeconds",
            extract(epoch FROM min(due_at) - now())::float8 AS "dueInSeconds", (count(*) FILTER (WHERE due_at <= now()))::integer AS overdue
       FROM (SELECT CASE WHEN a.status = 'flagged' THEN a.flagged_at END AS flagged_at, CASE WHEN a.status = 'flagged' THEN a.due_at END AS due_at
               FROM ${QUEUE_FROM} WHERE ${text} ORDER BY ${queueOrder(filter.state).text} LIMIT ${MOST_COUNTED}) AS found`,
    params,
  );
  return rows[0] ?? { count: 0, oldestSeconds: null, dueInSeconds: null, overdue: 0 };
}

type Facets = NonNullable<QueueShape['facets']>;

const countBy = (values: string) => `(SELECT coalesce(json_agg(f), '[]') FROM (
  SELECT value, count(*)::integer AS count FROM ${values} GROUP BY value ORDER BY count(*) DESC, value LIMIT ${MOST_FACETS}) AS f)`;

async function countFacets(session: SqlSession, { text, params }: QueueWhere, filter: QueueFilter): Promise<Facets> {
  const { rows } = await session.query<Facets>(
    `WITH found AS MATERIALIZED (SELECT a.source, a.kinds, a.rules FROM ${QUEUE_FROM}
        WHERE ${text} ORDER BY ${queueOrder(filter.state).text} LIMIT ${MOST_COUNTED})
     SELECT ${countBy('(SELECT source AS value FROM found) AS s')} AS sources,
            ${countBy('(SELECT unnest(kinds) AS value FROM found) AS k')} AS kinds,
            ${countBy('(SELECT unnest(rules) AS value FROM found) AS r')} AS rules`,
    params,
  );
  return rows[0] ?? { sources: [], kinds: [], rules: [] };
}

/** What whoever is to look at a decision without knowing it sees of it. */
const BLIND = { review: 'flagged', decision: null, claimant: null } as const;

/** A page of the queue of a tenant, with what stands in the whole of it. Throws `ProblemError` for a cursor that is none of these filters. */
export async function readQueue(
  session: SqlSession,
  tenant: string,
  person: Person,
  filter: QueueFilter,
  page: QueuePage,
): Promise<QueueShape> {
  const where = await writeQueueWhere(session, tenant, person.id, filter);
  const { rows, isLast } = await readPage(session, where, filter, page);
  const counts = await countAll(session, where, filter);
  const facets = page.facets ? await countFacets(session, where, filter) : null;
  const nameOf = await readPersons(
    session,
    rows.flatMap(({ claimant }) => claimant ?? []),
  );
  const offered = await readStandingOffers(session, tenant, person);
  const articles = rows.map((row) => toQueueRow(offered.has(row.article_id) ? { ...row, ...BLIND } : row, nameOf));
  return { articles, next: isLast ? null : writeNext(rows.at(-1), filter), ...counts, facets };
}
