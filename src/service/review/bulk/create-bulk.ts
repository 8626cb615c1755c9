import { randomBytes } from 'node:crypto';
import { appendDeskEvents } from '../../people/append-desk-events.ts';
import { inTransaction } from '../../store/in-transaction.ts';
import type { ReviewDecision } from '../../store/review-event.ts';
import type { SqlPool, SqlSession } from '../../store/sql-pool.ts';
import { checkReason } from '../check-reason.ts';
import type { Person } from '../person.ts';
import type { QueueFilter } from '../queue/queue-filter.ts';
import { listBulk } from './list-bulk.ts';

export interface BulkWish {
  readonly filter: QueueFilter;
  readonly decision: ReviewDecision;
  /** A code. */
  readonly reason: string | null;
  /** Of the count of the same filter. */
  readonly token: string;
}

/** A bulk decision that begins. */
export interface CreatedBulk {
  readonly id: string;
  /** Articles that it is about. */
  readonly total: number;
}

/** Writes the job and its list. Returns how many articles it is about; `undefined`, and nothing is written, when they are not those of the token. */
async function insertBulk(
  session: SqlSession,
  tenant: string,
  person: Person,
  { id, filter, decision, reason, token }: BulkWish & { readonly id: string },
): Promise<number | undefined> {
  const { text, params } = await listBulk(session, tenant, person, filter, token);
  // Words that somebody searched for are not kept: the list stands.
  const { q: _, ...kept } = filter;
  const at = (offset: number) => `$${params.length + offset}`;
  const { rows } = await session.query<{ total: number }>(
    `${text}, job AS (
       INSERT INTO copydesk.bulk_jobs (id, tenant, person, person_tenant, role, filter, decision, reason, state)
       SELECT ${at(1)}, ${at(2)}, ${at(3)}, ${at(4)}, ${at(5)}, ${at(6)}::jsonb, ${at(7)}, ${at(8)}, 'running'
         FROM listed WHERE token = ${at(9)} RETURNING id
     ), items AS (
       INSERT INTO copydesk.bulk_items (job, place, article_id, revision, run)
       SELECT job.id, place, article_id, revision, run FROM found, job RETURNING 1
     ) SELECT total FROM listed, job`,
    [...params, id, tenant, person.id, person.tenant, person.role, JSON.stringify(kept), decision, reason, token],
  );
  return rows[0]?.total;
}

/**
 * Lists the articles of a tenant that were counted, and has them decided one after another. Each is decided as one by hand: what changes until
 * its turn comes is refused then. Resolves when the list stands, which outlives this process; to `undefined`, and nothing is begun, when what
 * was counted is not what stands now. What came after the count is not among them. Throws `BadReasonError`.
 */
export function createBulk(pool: SqlPool, tenant: string, person: Person, wish: BulkWish): Promise<CreatedBulk | undefined> {
  const id = `bulk_${randomBytes(12).toString('hex')}`;
  return inTransaction(pool, async (session) => {
    checkReason(wish.decision, wish.reason);
    const total = await insertBulk(session, tenant, person, { ...wish, id });
    if (total === undefined) return undefined;
    await appendDeskEvents(session, tenant, [{ name: 'bulk.started', data: { by: person.id, bulk: id } }], new Date());
    return { id, total };
  });
}
