import type { ArticleKey } from '../store/article-key.ts';
import type { SqlSession } from '../store/sql-pool.ts';
import type { RuleHit, WorkRules } from './work-rules.ts';

/** Hits of an article that are kept; one with more is spam from end to end. */
const MOST_HITS = 200;

// What is new is counted; an article counts as matched once, whatever its runs.
const INSERT = `WITH found AS (
    SELECT * FROM jsonb_to_recordset($5::jsonb) AS h(rule text, start_at integer, end_at integer, state text, flips boolean)
  ), known AS MATERIALIZED (
    SELECT h.rule, bool_or(h.flips) AS flips FROM copydesk.rule_hits h
     WHERE h.rule IN (SELECT rule FROM found) AND h.article_id = $2 AND h.revision = $3 AND h.state = 'shadow' GROUP BY h.rule
  ), inserted AS (
    INSERT INTO copydesk.rule_hits (rule, tenant, article_id, revision, run, start_at, end_at, state, flips, found_at)
    SELECT h.rule, $1, $2, $3, $4, h.start_at, h.end_at, h.state, h.flips, now() FROM found h
    ON CONFLICT DO NOTHING RETURNING rule, state, flips
  )
  UPDATE copydesk.shadow_counts c SET hits = c.hits + i.hits, matched = c.matched + i.matched, flips = c.flips + i.flips
    FROM (SELECT n.rule, count(*) AS hits, CASE WHEN bool_or(k.rule IS NOT NULL) THEN 0 ELSE 1 END AS matched,
                 CASE WHEN bool_or(n.flips) AND NOT coalesce(bool_or(k.flips), false) THEN 1 ELSE 0 END AS flips
            FROM inserted n LEFT JOIN known k ON k.rule = n.rule WHERE n.state = 'shadow' GROUP BY n.rule) i
   WHERE c.rule = i.rule`;

/** Keeps where learned rules found something in a run of an article, once, however often it is said, and counts it for those in shadow. */
export async function insertHits(
  session: SqlSession,
  key: ArticleKey,
  run: number,
  { ids }: WorkRules,
  hits: readonly RuleHit[],
): Promise<void> {
  const rows = hits.flatMap(({ rule, start, end, state, flips }) => {
    const id = ids.get(rule);
    return id === undefined ? [] : [{ rule: id, start_at: start, end_at: end, state, flips }];
  });
  if (rows.length === 0) return;
  await session.query(INSERT, [key.tenant, key.articleId, key.revision, run, JSON.stringify(rows.slice(0, MOST_HITS))]);
}

const COUNT_TRY = `INSERT INTO copydesk.shadow_tries AS t (tenant, articles) VALUES ($1, 1)
  ON CONFLICT (tenant) DO UPDATE SET articles = t.articles + 1`;

/** Keeps what a trial of the rules in shadow found in a run of an article, and that there was one. */
export async function recordTrial(
  session: SqlSession,
  key: ArticleKey,
  run: number,
  rules: WorkRules,
  hits: readonly RuleHit[],
): Promise<void> {
  await session.query(COUNT_TRY, [key.tenant]);
  await insertHits(session, key, run, rules, hits);
}
