import { randomBytes } from 'node:crypto';
import type { SqlSession } from '../store/sql-pool.ts';
import { EMPTY_REPORT } from './add-trials.ts';
import type { Backtest, BacktestReport } from './backtest-report.ts';

/** A back-test that has said nothing for so long, be it that it waits or runs, has died with its process; see `keepBacktests`. */
const SILENT_SECONDS = 60;

/** Announces a back-test, which waits; the name of the run, by which an older one learns that it is over. */
export async function beginBacktest(session: SqlSession, rule: string): Promise<string> {
  const run = randomBytes(8).toString('hex');
  await session.query(
    `INSERT INTO copydesk.rule_backtests (rule, run, state, started_at, changed_at, report) VALUES ($1, $2, 'waiting', now(), now(), $3)
     ON CONFLICT (rule) DO UPDATE SET run = $2, state = 'waiting', started_at = now(), changed_at = now(), report = $3`,
    [rule, run, JSON.stringify(EMPTY_REPORT)],
  );
  return run;
}

/** The time of a back-test begins. Resolves to false when another has begun since. */
export async function runWaiting(session: SqlSession, run: string): Promise<boolean> {
  const { rowCount } = await session.query(
    `UPDATE copydesk.rule_backtests SET state = 'running', started_at = now(), changed_at = now() WHERE run = $1 AND state = 'waiting'`,
    [run],
  );
  return rowCount === 1;
}

/** Says that these runs go on, or go on waiting. */
export async function keepBacktests(session: SqlSession, runs: readonly string[]): Promise<void> {
  await session.query(
    `UPDATE copydesk.rule_backtests SET changed_at = now() WHERE run = ANY ($1) AND state IN ('waiting', 'running')`,
    [runs],
  );
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

/** The newest back-test of each rule that had one; its places only where they are wanted. One that died is `failed`. */
export async function readBacktests(
  session: SqlSession,
  rules: readonly string[],
  places: 'places' | 'counts',
): Promise<ReadonlyMap<string, Backtest>> {
  const { rows } = await session.query<Row>(
    `SELECT rule, started_at, CASE WHEN $2::boolean THEN report ELSE report || '{"places":[],"near":[]}' END AS report,
            CASE WHEN state IN ('waiting', 'running') AND changed_at < now() - make_interval(secs => ${SILENT_SECONDS})
            THEN 'failed' ELSE state END AS state
       FROM copydesk.rule_backtests WHERE rule = ANY ($1)`,
    [rules, places === 'places'],
  );
  return new Map(rows.map(({ rule, state, started_at: startedAt, report }) => [rule, { state, startedAt, report }]));
}
