import type { SqlSession } from '../store/sql-pool.ts';
import type { ArticlePlace } from './backtest-report.ts';

const MOST_HITS = 50;
const MOST_COUNTED = 10_000;

/** What a rule found in articles that came while it was in shadow. */
export interface ShadowCount {
  /** Articles that came meanwhile; at most 10,000. */
  readonly articles: number;
  readonly matched: number;
  readonly hits: number;
  readonly flips: number;
}

interface ShadowRow {
  readonly rule: string;
  readonly articles: string;
  readonly matched: number;
  readonly hits: number;
  readonly flips: number;
}

// A rule is in shadow from one event to the next.
const COUNT = `SELECT s.rule, h.matched, h.hits, h.flips,
    (SELECT count(*) FROM (SELECT FROM copydesk.articles a WHERE a.tenant = $2 AND a.received_at >= s.time
        AND a.received_at < coalesce((SELECT min(e.time) FROM copydesk.rule_events e WHERE e.rule = s.rule AND e.number > s.number), 'infinity')
        LIMIT ${MOST_COUNTED}) came) AS articles
   FROM copydesk.rule_events s
   CROSS JOIN LATERAL (SELECT count(*)::integer AS hits, count(DISTINCT (article_id, revision))::integer AS matched,
            (count(DISTINCT (article_id, revision)) FILTER (WHERE flips))::integer AS flips
       FROM copydesk.rule_hits h WHERE h.rule = s.rule AND h.state = 'shadow') h
  WHERE s.rule = ANY ($1) AND s.name = 'rule.shadowed'`;

/** Counts of the rules that are or were in shadow, by rule. */
export async function countShadows(
  session: SqlSession,
  tenant: string,
  rules: readonly string[],
): Promise<ReadonlyMap<string, ShadowCount>> {
  const { rows } = await session.query<ShadowRow>(COUNT, [rules, tenant]);
  return new Map(rows.map(({ rule, articles, ...count }) => [rule, { articles: Number(articles), ...count }]));
}

interface HitRow {
  readonly article_id: string;
  readonly revision: number;
  readonly start_at: number;
  readonly end_at: number;
  readonly flips: boolean;
}

/** The newest hits of a rule in articles that came while it was in shadow or active. */
export async function readHits(
  session: SqlSession,
  rule: string,
): Promise<readonly (ArticlePlace & { readonly flips: boolean })[]> {
  const { rows } = await session.query<HitRow>(
    `SELECT article_id, revision, start_at, end_at, flips FROM copydesk.rule_hits WHERE rule = $1
      ORDER BY found_at DESC, article_id, start_at LIMIT ${MOST_HITS}`,
    [rule],
  );
  return rows.map((row) => ({
    ...{ articleId: row.article_id, revision: row.revision },
    ...{ start: row.start_at, end: row.end_at, flips: row.flips },
  }));
}
