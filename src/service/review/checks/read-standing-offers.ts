import type { SqlSession } from '../../store/sql-pool.ts';
import type { Person } from '../person.ts';

const STANDING = `SELECT DISTINCT c.article_id AS id FROM copydesk.checks c JOIN copydesk.articles a USING (tenant, article_id, revision)
  WHERE c.tenant = $1 AND c.offered_to = $2 AND c.offered_until > now() AND c.checked_at IS NULL AND a.review = 'decided'`;

/** Ids of the articles that the person is to look at a second time and has not yet said anything of; their decisions stand. */
export async function readStandingOffers(
  session: SqlSession,
  tenant: string,
  person: Pick<Person, 'id'>,
): Promise<ReadonlySet<string>> {
  const { rows } = await session.query<{ id: string }>(STANDING, [tenant, person.id]);
  return new Set(rows.map(({ id }) => id));
}
