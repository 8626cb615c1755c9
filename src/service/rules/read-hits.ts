import type { SqlSession } from '../store/sql-pool.ts';
import type { ArticlePlace } from './backtest-report.ts';

const MOST_HITS = 50;
/** What a rule found in articles on which it was tried in shadow. */
export interface ShadowCount {
  /** Articles on which rules in shadow were tried while it was one of them. */
  readonly articles: number;
  readonly matched: number;
  readonly hits: number;
  readonly flips: number;
}

interface ShadowRow extends Omit<ShadowCount, 'articles'> {
  readonly rule: string;
  readonly articles: string;
}

const COUNT = `SELECT c.rule, c.matched, c.hits, c.flips, coalesce(c.tries_until, t.articles, 0) - c.tries_from AS articles
  FROM copydesk.shadow_counts c LEFT JOIN copydesk.shadow_tries t ON t.tenant = $2 WHERE c.rule = ANY ($1)`;

/** Counts of the rules that are or were in shadow, by rule. */
export async function countShadows(
  session: SqlSession,
  tenant: string,
  rules: readonly string[],
): Promise<ReadonlyMap<string, ShadowCount>> {
  const { rows } = await session.query<ShadowRow>(COUNT, [rules, tenant]);
  return new Map(rows.map(({ rule, articles, ...count }) => [rule, { ...count, articles: Number(articles) }]));
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
