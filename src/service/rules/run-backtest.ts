import type { Ruleset, RuleTrials } from '../../index.ts';
import type { ModerationThreads } from '../processing/moderation-threads.ts';
import type { TrialTask } from '../processing/thread-messages.ts';
import type { SqlPool } from '../store/sql-pool.ts';
import { addTrials, EMPTY_REPORT } from './add-trials.ts';
import type { BacktestReport } from './backtest-report.ts';
import { writeBacktest } from './backtests.ts';
import { proveRule } from './prove-rule.ts';
import { countRecorded, type RecordedArticle, type RecordedPlace, readRecorded } from './read-recorded.ts';
import { RuleError } from './rule-error.ts';
import type { StoredRule } from './stored-rule.ts';
import type { WorkRules } from './work-rules.ts';
import type { ExampleOrigin } from './write-examples.ts';

/** What a back-test works with. */
export interface Trying {
  readonly pool: SqlPool;
  readonly threads: Pick<ModerationThreads, 'ready' | 'tryRule'>;
  /** Runs a part of the work when it is the turn of the rule's tenant. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  readonly ruleset: Ruleset;
  /** What the tenant of the rule has learned. */
  readonly rules: WorkRules | undefined;
  /** Aborted when the process stops. */
  readonly signal: AbortSignal;
}

/** Seconds of work: who waits for a turn does not lose any. */
const BACKTEST_LIMITS = { articles: 1000, seconds: 60 } as const;
/** Articles that a thread is handed at a time: checks that wait for it wait no longer. */
const BATCH = 10;
const NEAR = 2;

/** The first near miss that makes a proof becomes one, where nobody has written any. */
async function adopt({ pool, ruleset }: Trying, { tenant, id }: StoredRule, near: Progress['near']): Promise<void> {
  for (const { text, origin } of near) {
    try {
      const change = ({ match, allow }: StoredRule['rule']['examples']) => ({ match, allow: allow.length > 0 ? allow : [text] });
      await proveRule(pool, tenant, id, { change, origin }, ruleset);
      return;
    } catch (error) {
      // By itself the sentence matches: its block was too long for the rule, say. Or the rule is in shadow by now.
      if (!(error instanceof RuleError)) throw error;
    }
  }
}

interface Progress {
  readonly report: BacktestReport;
  /** Texts of the nearest misses, the nearest first; kept here only, until one is a proof. */
  readonly near: readonly { readonly share: number; readonly text: string; readonly origin: ExampleOrigin }[];
}

function note({ report, near }: Progress, key: RecordedArticle['key'], trials: RuleTrials): Progress {
  const misses = trials.near.map(({ share, text }) => ({ share, text, origin: key }));
  const nearest = [...near, ...misses].sort((a, b) => b.share - a.share).slice(0, 2 * NEAR);
  return { report: addTrials(report, key, trials), near: nearest };
}

/** What a thread answers of each article; `undefined` when the process stopped before the turn came: nothing was tried then. */
async function tryBatch({ threads, signal }: Trying, task: Omit<TrialTask, 'articles'>, articles: readonly RecordedArticle[]) {
  const from = performance.now();
  if (signal.aborted) return undefined;
  await threads.ready();
  const trials = await threads.tryRule({ ...task, articles: articles.map(({ article }) => article) });
  const answers = articles.flatMap(({ key }, at) => {
    const found = trials[at];
    return found ? [{ key, trials: found }] : [];
  });
  if (answers.length < articles.length)
    throw new Error(`a thread gave ${answers.length} answers for ${articles.length} articles`);
  return { answers, ms: performance.now() - from };
}

async function look(
  trying: Trying,
  stored: StoredRule,
  run: string,
  limits: typeof BACKTEST_LIMITS,
): Promise<Progress | undefined> {
  const { pool, rules, signal } = trying;
  let spent = 0;
  const seconds = () => Math.round(spent) / 1000;
  const total = await countRecorded(pool, stored.tenant, limits.articles);
  let progress: Progress = { report: { ...EMPTY_REPORT, total }, near: [] };
  let before: RecordedPlace | undefined;
  while (progress.report.looked < total && seconds() < limits.seconds && !signal.aborted) {
    const articles = await readRecorded(pool, stored.tenant, before, Math.min(BATCH, total - progress.report.looked));
    const last = articles.at(-1);
    if (!last) break;
    before = last.place;
    const task = { rule: JSON.stringify(stored.rule), near: NEAR, rules: rules && { head: rules.head, json: rules.json } };
    const tried = await trying.inTurn(() => tryBatch(trying, task, articles));
    if (!tried) break;
    spent += tried.ms;
    progress = tried.answers.reduce((begun, { key, trials }) => note(begun, key, trials), progress);
    progress = { ...progress, report: { ...progress.report, seconds: seconds() } };
    if (!(await writeBacktest(pool, stored.id, run, { state: 'running', report: progress.report }))) return undefined;
  }
  return progress;
}

/**
 * Tries a rule on the newest articles of its tenant, in a thread, each judged by itself, until all were looked at or the time is over. The report
 * grows in the store meanwhile. A rule without a text that it must not match gets the nearest miss. Ends at once when another run has begun.
 */
export async function runBacktest(trying: Trying, stored: StoredRule, run: string, limits = BACKTEST_LIMITS): Promise<void> {
  const progress = await look(trying, stored, run, limits);
  if (!progress) return;
  const { report, near } = progress;
  if (stored.state === 'proposed') await adopt(trying, stored, near);
  const isWhole = report.looked >= report.total;
  const state = trying.signal.aborted && !isWhole ? 'failed' : 'done';
  await writeBacktest(trying.pool, stored.id, run, { state, report: { ...report, isWhole } });
}
