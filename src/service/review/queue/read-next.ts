import type { SqlSession } from '../../store/sql-pool.ts';
import { hasRole, type Person } from '../person.ts';
import type { QueueFilter } from './queue-filter.ts';
import { queueOrder } from './queue-order.ts';
import { QUEUE_FROM, writeQueueWhere } from './write-queue-where.ts';

/** An article that somebody may take. */
export interface NextArticle {
  readonly id: string;
  readonly revision: number;
}

const NOT_SKIPPED = (person: string) => `NOT EXISTS (SELECT FROM copydesk.skips s WHERE s.tenant = a.tenant
  AND s.article_id = a.article_id AND s.revision = a.revision AND s.person = ${person} AND s.until > now())`;

/** Whoever decided before, or appealed, does not decide an appeal. */
const NO_PARTY = (
  person: string,
) => `(a.review <> 'appealed' OR NOT EXISTS (SELECT FROM copydesk.appeals p WHERE p.tenant = a.tenant
    AND p.article_id = a.article_id AND p.revision = a.revision AND p.decided_at IS NULL AND p.person = ${person})
  AND ${person} IS DISTINCT FROM (SELECT e.data ->> 'by' FROM copydesk.events e WHERE e.tenant = a.tenant AND e.article_id = a.article_id
    AND e.revision = a.revision AND e.name IN ('review.decided', 'article.accepted') ORDER BY e.number DESC LIMIT 1))`;

/**
 * The first article of the desk that fits, that nobody has, and that this person may claim and has not skipped lately; `undefined` when there
 * is none.
 */
export async function readNext(
  session: SqlSession,
  tenant: string,
  person: Person,
  filter: QueueFilter,
): Promise<NextArticle | undefined> {
  const isOnDesk = filter.state !== 'decided' && filter.state !== 'all';
  const state = isOnDesk ? filter.state : 'desk';
  const { text, params } = await writeQueueWhere(session, tenant, person.id, { ...filter, state, assignee: 'none' });
  const mayTake = hasRole(person, 'lead') ? '' : `AND a.review <> 'escalated'`;
  const me = `$${params.length + 1}::text`;
  const { rows } = await session.query<NextArticle>(
    `SELECT a.article_id AS id, a.revision FROM ${QUEUE_FROM} WHERE ${text} ${mayTake} AND ${NOT_SKIPPED(me)}
        AND ${NO_PARTY(me)}
      ORDER BY ${queueOrder(state).text} LIMIT 1`,
    [...params, person.id],
  );
  return rows[0];
}
