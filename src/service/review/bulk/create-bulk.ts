import { randomBytes } from 'node:crypto';
import { appendDeskEvents } from '../../people/append-desk-events.ts';
import { inTransaction } from '../../store/in-transaction.ts';
import type { ReviewDecision } from '../../store/review-event.ts';
import type { SqlPool, SqlSession } from '../../store/sql-pool.ts';
import type { Person } from '../person.ts';
import type { QueueFilter } from '../queue/queue-filter.ts';
import { queueOrder } from '../queue/queue-order.ts';
import { QUEUE_FROM, writeQueueWhere } from '../queue/write-queue-where.ts';

/** Articles of one bulk decision; of more than these the first are taken. */
const MOST_ARTICLES = 10_000;

export interface BulkWish {
  readonly filter: QueueFilter;
  readonly decision: ReviewDecision;
  /** A code. */
  readonly reason: string | null;
}

/** A bulk decision that begins. */
export interface CreatedBulk {
  readonly id: string;
  /** Articles that it is about. */
  readonly total: number;
}

/** Writes the job and its list. Returns how many articles it is about. */
async function insertBulk(
  session: SqlSession,
  tenant: string,
  person: Person,
  { id, filter, decision, reason }: BulkWish & { readonly id: string },
): Promise<number> {
  const { text, params } = writeQueueWhere(tenant, person.id, filter);
  const order = queueOrder(filter.state).text;
  const at = (offset: number) => `$${params.length + offset}`;
  const { rows } = await session.query<{ total: number }>(
    `WITH found AS (
       SELECT row_number() OVER (ORDER BY ${order})::integer AS place, a.article_id, a.revision, a.run
         FROM ${QUEUE_FROM} WHERE ${text} AND a.status = 'flagged' ORDER BY ${order} LIMIT ${MOST_ARTICLES}
     ), job AS (
       INSERT INTO copydesk.bulk_jobs (id, tenant, person, person_tenant, role, filter, decision, reason, state)
       VALUES (${at(1)}, ${at(2)}, ${at(3)}, ${at(4)}, ${at(5)}, ${at(6)}::jsonb, ${at(7)}, ${at(8)}, 'running') RETURNING id
     ), items AS (
       INSERT INTO copydesk.bulk_items (job, place, article_id, revision, run)
       SELECT job.id, place, article_id, revision, run FROM found, job RETURNING 1
     ) SELECT count(*)::integer AS total FROM items`,
    [...params, id, tenant, person.id, person.tenant, person.role, JSON.stringify(filter), decision, reason],
  );
  return rows[0]?.total ?? 0;
}

/**
 * Lists the articles of a tenant that fit now, and have them decided one after another. Each is decided as one by hand: what changes until its
 * turn comes is refused then. Resolves when the list stands, which outlives this process.
 */
export function createBulk(pool: SqlPool, tenant: string, person: Person, wish: BulkWish): Promise<CreatedBulk> {
  const id = `bulk_${randomBytes(12).toString('hex')}`;
  return inTransaction(pool, async (session) => {
    const total = await insertBulk(session, tenant, person, { ...wish, id });
    await appendDeskEvents(session, tenant, [{ name: 'bulk.started', data: { by: person.id, bulk: id } }], new Date());
    return { id, total };
  });
}
