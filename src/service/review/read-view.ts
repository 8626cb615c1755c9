import type { SqlSession } from '../store/sql-pool.ts';
import type { Person } from './person.ts';
import type { QueueFilter } from './queue/queue-filter.ts';

/** The filters of a saved view that the person may use, or `undefined` when there is no such view. */
export function readView(
  _session: SqlSession,
  _tenant: string,
  _person: Person,
  _id: string,
): Promise<Partial<QueueFilter> | undefined> {
  return Promise.resolve(undefined);
}
