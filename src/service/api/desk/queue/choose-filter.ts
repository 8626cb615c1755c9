import type { Person } from '../../../review/person.ts';
import type { QueueFilter, QueueState } from '../../../review/queue/queue-filter.ts';
import { readView } from '../../../review/read-view.ts';
import type { SqlSession } from '../../../store/sql-pool.ts';
import { ProblemError } from '../../problem-error.ts';

type Asked = Omit<QueueFilter, 'state'> & { readonly state?: QueueState | undefined; readonly view?: string | undefined };

const isGiven = ([, value]: readonly [string, unknown]) => value !== undefined;

/** The filters of a request over those of its saved view. Throws `ProblemError` for a view that there is not. */
export async function chooseFilter(session: SqlSession, tenant: string, person: Person, asked: Asked): Promise<QueueFilter> {
  const { view, ...given } = asked;
  const saved = view === undefined ? {} : await readView(session, tenant, person, view);
  if (!saved) throw new ProblemError('unknown_view');
  return { state: 'desk', ...saved, ...Object.fromEntries(Object.entries(given).filter(isGiven)) };
}
