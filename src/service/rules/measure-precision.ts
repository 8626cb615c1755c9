import type { SqlSession } from '../store/sql-pool.ts';
import { wilson } from './wilson.ts';

/** What decisions say of a rule. */
export interface Precision {
  /** Spans that people left taken out, or flagged, in articles that they accepted. */
  readonly kept: number;
  /** Spans that they brought back or called wrong. */
  readonly restored: number;
  /** Null without a decision. */
  readonly precision: number | null;
  readonly low: number;
  readonly high: number;
  readonly articles: number;
}

/** Verdicts that are looked at, the newest: an article has one or two of a rule. */
const MOST_VERDICTS = 10_000;

const COUNT = `SELECT coalesce(sum(spans) FILTER (WHERE verdict <> 'restored'), 0)::integer AS kept,
    coalesce(sum(spans) FILTER (WHERE verdict = 'restored'), 0)::integer AS restored, count(DISTINCT (article_id, revision))::integer AS articles
  FROM (SELECT article_id, revision, verdict, spans FROM copydesk.span_verdicts
         WHERE tenant = $1 AND rule = $2 AND replaced_by IS NULL ORDER BY decided_at DESC LIMIT ${MOST_VERDICTS}) newest`;

/**
 * The live precision of a rule, by the name that findings have: of the spans that it found in articles that people accepted, how many they left
 * as it said. What stands is what counts: an amendment that was withdrawn, and a decision that was undone, say nothing. A rejected article says
 * nothing of its spans.
 */
export async function measurePrecision(session: SqlSession, tenant: string, name: string): Promise<Precision> {
  const { rows } = await session.query<Pick<Precision, 'kept' | 'restored' | 'articles'>>(COUNT, [tenant, name]);
  const { kept, restored, articles } = rows[0] ?? { kept: 0, restored: 0, articles: 0 };
  const count = kept + restored;
  return { kept, restored, precision: count === 0 ? null : kept / count, ...wilson(kept, count), articles };
}
