import { readView } from '../../../people/views.ts';
import type { Person } from '../../../review/person.ts';
import type { QueueFilter, QueueState } from '../../../review/queue/queue-filter.ts';
import type { SqlSession } from '../../../store/sql-pool.ts';
import { ProblemError } from '../../problem-error.ts';
import { readStoredFilter } from '../read-stored-filter.ts';

/** Filters of a request; those that are not given are those of its view. */
export type AskedFilter = Omit<QueueFilter, 'state'> & {
  readonly state?: QueueState | undefined;
  readonly view?: string | undefined;
};

const isGiven = ([, value]: readonly [string, unknown]) => value !== undefined;

/** The filters of a request over those of its saved view. Throws `ProblemError` for a view that there is not, or that cannot be read. */
export async function chooseFilter(
  session: SqlSession,
  tenant: string,
  person: Person,
  asked: AskedFilter,
): Promise<QueueFilter> {
  const { view, ...given } = asked;
  const saved = view === undefined ? { filter: {} } : await readView(session, tenant, person.id, view);
  if (!saved) throw new ProblemError('unknown_view');
  const stored = readStoredFilter(saved.filter);
  if (!stored) throw new ProblemError('stale_view');
  const { state = 'desk', ...filter } = {
    ...stored,
    ...Object.fromEntries(Object.entries(given).filter(isGiven)),
  };
  return { state, ...filter };
}
