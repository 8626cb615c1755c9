import { nameRule } from '../../../index.ts';
import type { SqlSession } from '../../store/sql-pool.ts';
import type { IsActive } from './judge-precision.ts';

const READ = `SELECT name, version FROM copydesk.learned_rules WHERE tenant = $1 AND state = 'active'`;

/** Which rules find something in articles of a tenant now: those of the process, by their names with versions, and what the tenant has learned. */
export async function readActive(session: SqlSession, tenant: string, own: ReadonlySet<string>): Promise<IsActive> {
  const { rows } = await session.query<{ name: string; version: number }>(READ, [tenant]);
  const learned = new Set(rows.map(nameRule));
  return (rule) => own.has(rule) || learned.has(rule);
}
