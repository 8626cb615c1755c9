import type { SqlSession } from '../store/sql-pool.ts';

/** Which dead letters; all when nothing is named. */
export interface DeadChoice {
  readonly tenant?: string;
  /** Of articles of this source. */
  readonly source?: string;
  /** Only these. */
  readonly ids?: readonly string[];
}

/** An article that could not be moderated, or a decision that could not be delivered. */
export interface DeadLetter {
  readonly kind: 'article' | 'delivery';
  /** `art_…` or `msg_…`: what `copydesk dead replay` takes. */
  readonly id: string;
  readonly tenant: string;
  readonly articleId: string;
  readonly revision: number;
  readonly externalId: string;
  readonly source: string;
  /** The code of the last failure. */
  readonly code: string;
  readonly attempts: number;
  readonly since: Date;
}

export interface DeadLetters {
  /** The oldest first. */
  readonly letters: readonly DeadLetter[];
  readonly total: number;
}

const CHOSEN = `($1::text IS NULL OR a.tenant = $1) AND ($2::text IS NULL OR a.source = $2)`;

const DEAD = `SELECT kind, id, tenant, article_id AS "articleId", revision, external_id AS "externalId", source, code, attempts, since,
    count(*) OVER ()::integer AS total FROM (
  SELECT 'article' AS kind, a.article_id AS id, a.tenant, a.article_id, a.revision, a.external_id, a.source,
         coalesce(e.data ->> 'code', '') AS code, a.attempt AS attempts, coalesce(e.time, a.changed_at) AS since
    FROM copydesk.articles a
    LEFT JOIN LATERAL (SELECT data, time FROM copydesk.events e
       WHERE e.tenant = a.tenant AND e.article_id = a.article_id AND e.revision = a.revision AND e.name = 'processing.failed'
       ORDER BY number DESC LIMIT 1) e ON true
   WHERE a.status = 'dead' AND ${CHOSEN} AND ($4::text[] IS NULL OR a.article_id = ANY($4))
  UNION ALL
  SELECT 'delivery', d.id, d.tenant, d.article_id, d.revision, a.external_id, a.source,
         coalesce(d.last_code, ''), d.attempts, coalesce(d.last_attempt_at, d.created_at)
    FROM copydesk.deliveries d JOIN copydesk.articles a USING (tenant, article_id, revision)
   WHERE d.state = 'dead' AND NOT a.superseded AND NOT a.purged AND ${CHOSEN}
     AND ($4::text[] IS NULL OR d.id = ANY($4))) dead
 ORDER BY since, id LIMIT $3`;

/** Dead letters that something can still be done about, with why and since when. */
export async function listDead(session: SqlSession, choice: DeadChoice, limit: number): Promise<DeadLetters> {
  const { tenant, source, ids } = choice;
  const { rows } = await session.query<DeadLetter & { total: number }>(DEAD, [
    tenant ?? null,
    source ?? null,
    limit,
    ids ?? null,
  ]);
  return { letters: rows.map(({ total: _, ...letter }) => letter), total: rows[0]?.total ?? 0 };
}
