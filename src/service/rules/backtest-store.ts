import { randomBytes } from 'node:crypto';
import type { Article } from '../../moderation/model/article.ts';
import type { ArticleKey } from '../store/article-key.ts';
import type { SqlSession } from '../store/sql-pool.ts';
import { EMPTY_REPORT } from './add-trials.ts';
import type { Backtest, BacktestReport } from './backtest-report.ts';

/** A back-test that has said nothing for so long has died with its process. */
const SILENT_SECONDS = 60;

/** Begins a back-test; the name of the run, by which an older one learns that it is over. */
export async function beginBacktest(session: SqlSession, rule: string): Promise<string> {
  const run = randomBytes(8).toString('hex');
  await session.query(
    `INSERT INTO copydesk.rule_backtests (rule, run, state, started_at, changed_at, report) VALUES ($1, $2, 'running', now(), now(), $3)
     ON CONFLICT (rule) DO UPDATE SET run = $2, state = 'running', started_at = now(), changed_at = now(), report = $3`,
    [rule, run, JSON.stringify(EMPTY_REPORT)],
  );
  return run;
}

/** Writes how far a run is. Resolves to false when another has begun since. */
export async function writeBacktest(
  session: SqlSession,
  rule: string,
  run: string,
  { state, report }: Pick<Backtest, 'state' | 'report'>,
): Promise<boolean> {
  const { rowCount } = await session.query(
    'UPDATE copydesk.rule_backtests SET state = $3, report = $4, changed_at = now() WHERE rule = $1 AND run = $2',
    [rule, run, state, JSON.stringify(report)],
  );
  return rowCount === 1;
}

interface Row {
  readonly rule: string;
  readonly state: Backtest['state'];
  readonly started_at: Date;
  readonly report: BacktestReport;
}

/** The newest back-test of each rule that had one. One that died is `failed`. */
export async function readBacktests(session: SqlSession, rules: readonly string[]): Promise<ReadonlyMap<string, Backtest>> {
  const { rows } = await session.query<Row>(
    `SELECT rule, started_at, report, CASE WHEN state = 'running' AND changed_at < now() - make_interval(secs => ${SILENT_SECONDS})
            THEN 'failed' ELSE state END AS state
       FROM copydesk.rule_backtests WHERE rule = ANY ($1)`,
    [rules],
  );
  return new Map(rows.map(({ rule, state, started_at: startedAt, report }) => [rule, { state, startedAt, report }]));
}

/** An article as it was accepted, with its place among all articles. */
export interface RecordedArticle {
  readonly key: ArticleKey;
  readonly seq: string;
  readonly article: Article;
}

interface ArticleRow {
  readonly article_id: string;
  readonly revision: number;
  readonly seq: string;
  readonly input: string;
}

/** The newest articles of a tenant before a place, whose content is still there. */
export async function readRecorded(
  session: SqlSession,
  tenant: string,
  before: string | null,
  limit: number,
): Promise<readonly RecordedArticle[]> {
  const { rows } = await session.query<ArticleRow>(
    `SELECT article_id, revision, seq, input FROM copydesk.articles
      WHERE tenant = $1 AND ($2::bigint IS NULL OR seq < $2) AND NOT purged AND NOT superseded ORDER BY seq DESC LIMIT $3`,
    [tenant, before, limit],
  );
  return rows.map(({ article_id: articleId, revision, seq, input }) => ({
    ...{ key: { tenant, articleId, revision }, seq },
    // Written by `insertArticles` from a checked article.
    article: { ...(JSON.parse(input) as Article), revision },
  }));
}

/** How many articles a back-test would look at. */
export async function countRecorded(session: SqlSession, tenant: string, limit: number): Promise<number> {
  const { rows } = await session.query<{ count: string }>(
    `SELECT count(*) AS count FROM (SELECT FROM copydesk.articles
      WHERE tenant = $1 AND NOT purged AND NOT superseded ORDER BY seq DESC LIMIT $2) a`,
    [tenant, limit],
  );
  return Number(rows[0]?.count ?? 0);
}
