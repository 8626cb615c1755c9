import type { SqlSession } from '../store/sql-pool.ts';

/** First key of the locks that `hold_feed` of migration 006 takes; the second is the last place given out before. */
const FEED_LOCK = 1_129_270_349;

/**
 * A lower place may come into sight after a higher one, and whoever had read up to the higher one would never see it. First the last
 * place given out is read, then the locks of those who may be about to use a place up to it; what is read after that, in another
 * statement, has everything up to here.
 */
const HORIZON = `SELECT least(s.place, min(s.place - ((s.place - l.objid::bigint) & 2147483647))) AS horizon
  FROM (SELECT last_value - (NOT is_called)::integer AS place FROM copydesk.deliveries_seq_seq OFFSET 0) s
  LEFT JOIN LATERAL (SELECT objid FROM pg_locks
     WHERE locktype = 'advisory' AND objsubid = 2 AND classid = ${FEED_LOCK} AND s.place IS NOT NULL
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) l ON true
 GROUP BY s.place`;

/**
 * The place in the feed up to which nothing can appear any more: all transactions that had taken a place up to it are over. What is held back has
 * no place yet that counts: it gets one when its hold is over (`releaseHeld`, `claimDeliveries`), so that a thousand decisions in bulk, each held
 * for ten seconds, hold up nothing else.
 */
export async function readFeedHorizon(session: SqlSession): Promise<string> {
  const { rows } = await session.query<{ horizon: string }>(HORIZON);
  return rows[0]?.horizon ?? '0';
}
