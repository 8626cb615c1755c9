import type { SqlSession } from '../../store/sql-pool.ts';
import type { Person } from '../person.ts';
import type { QueueFilter } from '../queue/queue-filter.ts';
import { queueOrder } from '../queue/queue-order.ts';
import { QUEUE_FROM, writeQueueWhere } from '../queue/write-queue-where.ts';

/** Articles of one bulk decision; of more than these the first are taken. */
const MOST_ARTICLES = 10_000;
const TOKEN = /^(\d{1,18})-[0-9a-f]{64}$/u;

/** Parts of a statement that knows the articles of a bulk decision as `found`, and their `token` and `total` as `listed`. */
export interface BulkList {
  readonly text: string;
  readonly params: readonly unknown[];
}

/** What was asked for, in one spelling whatever the order of its fields. */
function spell(tenant: string, { id }: Person, filter: QueueFilter): string {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  return JSON.stringify([tenant, id, given.sort(([one], [other]) => (one < other ? -1 : 1))]);
}

/**
 * The articles that a bulk decision of a person would be about. Its token is the number of the newest of them in the order in which articles
 * came, and the SHA-256 of the filter, how many they are, and which, each with its run. With a token: of what had come by then.
 */
export async function listBulk(
  session: SqlSession,
  tenant: string,
  person: Person,
  filter: QueueFilter,
  token?: string,
): Promise<BulkList> {
  const where = await writeQueueWhere(session, tenant, person.id, filter);
  const params = [...where.params, spell(tenant, person, filter)];
  const newest = token === undefined ? undefined : TOKEN.exec(token)?.[1];
  const until = newest === undefined ? '' : `AND a.seq <= $${params.push(newest)}::bigint`;
  const order = queueOrder(filter.state).text;
  const text = `WITH found AS (
       SELECT row_number() OVER (ORDER BY ${order})::integer AS place, a.article_id, a.revision, a.run, a.seq
         FROM ${QUEUE_FROM} WHERE ${where.text} AND a.status = 'flagged' ${until} ORDER BY ${order} LIMIT ${MOST_ARTICLES}
     ), listed AS (
       SELECT count(*)::integer AS total, coalesce(max(seq), 0) || '-' || encode(sha256(convert_to($${where.params.length + 1}::text || ' '
              || count(*) || ' ' || coalesce(string_agg(seq || ':' || run, ' ' ORDER BY seq), ''), 'UTF8')), 'hex') AS token FROM found
     )`;
  return { text, params };
}

/** What a bulk decision would be about. */
export interface BulkCount {
  readonly count: number;
  /** The decision names it, and is about exactly these articles. */
  readonly token: string;
}

export async function countBulk(session: SqlSession, tenant: string, person: Person, filter: QueueFilter): Promise<BulkCount> {
  const { text, params } = await listBulk(session, tenant, person, filter);
  const { rows } = await session.query<BulkCount>(`${text} SELECT total AS count, token FROM listed`, [...params]);
  if (!rows[0]) throw new Error('a count has one row');
  return rows[0];
}
