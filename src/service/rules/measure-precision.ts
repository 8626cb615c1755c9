import type { ModeratedArticle } from '../../index.ts';
import { readStandingResult } from '../review/read-standing-result.ts';
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

/** Decided articles that are looked at, the newest: each is read whole. */
const MOST_ARTICLES = 100;

const DECIDED = `SELECT a.article_id, a.revision FROM (
    SELECT h.article_id, h.revision, max(h.found_at) AS found_at FROM copydesk.rule_hits h
     WHERE h.rule = $1 AND h.state = 'active' GROUP BY h.article_id, h.revision) h
   JOIN copydesk.articles a ON a.tenant = $2 AND a.article_id = h.article_id AND a.revision = h.revision
  WHERE a.review = 'decided' AND a.decision = 'accepted' AND NOT a.purged ORDER BY h.found_at DESC LIMIT ${MOST_ARTICLES}`;

/** Of a result with amendments: what people made of what the rule found. */
function judge({ findings }: ModeratedArticle, name: string): readonly boolean[] {
  return findings.flatMap(({ rule, amended }) => (rule === name ? [amended?.as !== 'kept' && amended?.as !== 'fine'] : []));
}

/**
 * The live precision of a rule that is or was active: of the spans that it found in articles that people accepted since, how many they left as it
 * said. What stands is what counts: an amendment that was withdrawn, and a decision that was undone, say nothing. A rejected article says
 * nothing of its spans.
 */
export async function measurePrecision(session: SqlSession, tenant: string, id: string, name: string): Promise<Precision> {
  const { rows } = await session.query<{ article_id: string; revision: number }>(DECIDED, [id, tenant]);
  const verdicts: boolean[] = [];
  for (const { article_id: articleId, revision } of rows) {
    const standing = await readStandingResult(session, { tenant, articleId, revision });
    // Stored as the library gave it.
    if (standing) verdicts.push(...judge(JSON.parse(standing.json) as ModeratedArticle, name));
  }
  const kept = verdicts.filter(Boolean).length;
  const count = verdicts.length;
  return {
    kept,
    restored: count - kept,
    precision: count === 0 ? null : kept / count,
    ...wilson(kept, count),
    articles: rows.length,
  };
}
