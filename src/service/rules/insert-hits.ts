import type { ArticleKey } from '../store/article-key.ts';
import type { SqlSession } from '../store/sql-pool.ts';
import type { RuleHit, WorkRules } from './work-rules.ts';

/** Hits of an article that are kept; one with more is spam from end to end. */
const MOST_HITS = 200;

const INSERT = `INSERT INTO copydesk.rule_hits (rule, tenant, article_id, revision, run, start_at, end_at, state, flips, found_at)
  SELECT h.rule, $1, $2, $3, $4, h.start_at, h.end_at, h.state, h.flips, now()
    FROM jsonb_to_recordset($5::jsonb) AS h(rule text, start_at integer, end_at integer, state text, flips boolean)
  ON CONFLICT DO NOTHING`;

/** Keeps where learned rules found something in a run of an article, once, however often it is said. */
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
