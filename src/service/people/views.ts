import { randomBytes } from 'node:crypto';
import { hasRole, type Person } from '../review/person.ts';
import type { SqlSession } from '../store/sql-pool.ts';

/** What a person wants to see of the queue, under a name. */
export interface View {
  readonly id: string;
  /** A person's id, or `key:…`. */
  readonly owner: string;
  readonly name: string;
  /** As the route that stored it has checked it. */
  readonly filter: object;
  readonly isShared: boolean;
}

export type NewView = Pick<View, 'name' | 'filter' | 'isShared'>;

/** Views of one person. */
const MOST_VIEWS = 100;
/** Views that a person is shown, their own first. */
const MOST_SHOWN = 500;

const COLUMNS = 'id, owner, name, filter, is_shared AS "isShared"';
/** Views that the person `$2` may use. */
const SEEN = 'FROM copydesk.views WHERE tenant = $1 AND (owner = $2 OR is_shared)';

/** The person's own views of a tenant and those that others share. */
export async function listViews(session: SqlSession, tenant: string, person: string): Promise<readonly View[]> {
  const { rows } = await session.query<View>(
    `SELECT ${COLUMNS} ${SEEN} ORDER BY owner = $2 DESC, lower(name), id LIMIT ${MOST_SHOWN}`,
    [tenant, person],
  );
  return rows;
}

/** A view that the person may use: their own, or a shared one. */
export async function readView(session: SqlSession, tenant: string, person: string, id: string): Promise<View | undefined> {
  const { rows } = await session.query<View>(`SELECT ${COLUMNS} ${SEEN} AND id = $3`, [tenant, person, id]);
  return rows[0];
}

/** Whether the person may change the view, or delete it. */
export function mayChangeView({ owner, isShared }: View, person: Person): boolean {
  return owner === person.id || (isShared && hasRole(person, 'lead'));
}

/** Keeps a view. `taken`: the person has one of this name in the tenant; `full`: they have as many as they may. */
export async function insertView(
  session: SqlSession,
  tenant: string,
  owner: string,
  { name, filter, isShared }: NewView,
  now: Date,
): Promise<{ readonly id: string } | 'taken' | 'full'> {
  const id = `vw_${randomBytes(9).toString('hex')}`;
  const { rows } = await session.query<{ id: string | null; count: string }>(
    `WITH mine AS (SELECT count(*) AS count FROM copydesk.views WHERE tenant = $2 AND owner = $3),
     added AS (INSERT INTO copydesk.views (id, tenant, owner, name, filter, is_shared, created_at)
       SELECT $1, $2, $3, $4, $5, $6, $7 FROM mine WHERE mine.count < ${MOST_VIEWS} ON CONFLICT DO NOTHING RETURNING id)
     SELECT (SELECT id FROM added) AS id, count FROM mine`,
    [id, tenant, owner, name, JSON.stringify(filter), isShared, now],
  );
  if (rows[0]?.id === id) return { id };
  return Number(rows[0]?.count) >= MOST_VIEWS ? 'full' : 'taken';
}

/** Writes a view anew; false when its owner has another one of this name. */
export async function changeView(session: SqlSession, id: string, { name, filter, isShared }: NewView): Promise<boolean> {
  try {
    await session.query('UPDATE copydesk.views SET name = $2, filter = $3, is_shared = $4 WHERE id = $1', [
      ...[id, name, JSON.stringify(filter), isShared],
    ]);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION) return false;
    throw error;
  }
}

const UNIQUE_VIOLATION = '23505';

export async function deleteView(session: SqlSession, id: string): Promise<void> {
  await session.query('DELETE FROM copydesk.views WHERE id = $1', [id]);
}
