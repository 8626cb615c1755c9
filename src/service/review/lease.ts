import type { ArticleKey } from '../store/article-key.ts';
import type { SqlSession } from '../store/sql-pool.ts';

/** How long a claim lasts, unless a desk is opened with another time. A page renews it three times as often, so one lost request costs nobody the article. */
export const LEASE_SECONDS = 60;

/** A claim in time. */
export interface Lease {
  readonly person: string;
  readonly fence: number;
  /** By the database's clock. */
  readonly isOver: boolean;
}

const OF_KEY = 'WHERE tenant = $1 AND article_id = $2 AND revision = $3';
const idOf = ({ tenant, articleId, revision }: ArticleKey): readonly unknown[] => [tenant, articleId, revision];

/** The lease of an article's claim, held until the transaction ends. The article's row is to be held before. */
export async function readLease(session: SqlSession, key: ArticleKey): Promise<Lease | undefined> {
  const { rows } = await session.query<Lease>(
    `SELECT person, fence, until <= now() AS "isOver" FROM copydesk.leases ${OF_KEY} FOR UPDATE`,
    idOf(key),
  );
  return rows[0];
}

/** Begins a lease in the place of any that was. */
export async function writeLease(
  session: SqlSession,
  key: ArticleKey,
  person: string,
  fence: number,
  seconds = LEASE_SECONDS,
): Promise<void> {
  await session.query(
    `INSERT INTO copydesk.leases (tenant, article_id, revision, person, fence, until)
     VALUES ($1, $2, $3, $4, $5, now() + make_interval(secs => $6))
     ON CONFLICT (tenant, article_id, revision) DO UPDATE SET person = $4, fence = $5, until = excluded.until`,
    [...idOf(key), person, fence, seconds],
  );
}

export async function deleteLease(session: SqlSession, key: ArticleKey): Promise<void> {
  await session.query(`DELETE FROM copydesk.leases ${OF_KEY}`, idOf(key));
}

/** Prolongs a claim. False when it is over: then it may be somebody else's. */
export async function renewLease(
  session: SqlSession,
  key: ArticleKey,
  person: string,
  fence: number,
  seconds = LEASE_SECONDS,
): Promise<boolean> {
  const { rows } = await session.query(
    `UPDATE copydesk.leases SET until = now() + make_interval(secs => $6)
      ${OF_KEY} AND person = $4 AND fence = $5 AND until > now() RETURNING 1`,
    [...idOf(key), person, fence, seconds],
  );
  return rows.length > 0;
}
