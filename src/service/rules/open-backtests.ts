import type { SqlPool } from '../store/sql-pool.ts';
import { errorCode } from '../telemetry/error-code.ts';
import type { Log } from '../telemetry/open-log.ts';
import { startSpan } from '../telemetry/trace.ts';
import { EMPTY_REPORT } from './add-trials.ts';
import { beginBacktest, keepBacktests, runWaiting, writeBacktest } from './backtests.ts';
import { RuleError } from './rule-error.ts';
import { runBacktest, type Trying } from './run-backtest.ts';
import type { StoredRule } from './stored-rule.ts';

/** Back-tests of a tenant go one after the other; several tenants' take turns, batch by batch. */
const MOST_OF_TENANT = 4;
const MOST_TENANTS = 50;
/** Well within the time after which they count as dead. */
const KEEP_MS = 15_000;

export interface Backtests {
  /** Begins a back-test, which goes on by itself. Throws `RuleError` with `too_many_backtests`. */
  readonly start: (trying: () => Promise<Trying>, stored: StoredRule) => Promise<void>;
}

/** Back-tests of a tenant that wait or run. */
interface Line {
  waiting: number;
  last: Promise<void>;
}

/** Says of the runs of this process, now and then, that they go on: whoever waits for a turn says nothing by itself. */
function keepRuns(log: Log) {
  const runs = new Map<string, SqlPool>();
  let timer: NodeJS.Timeout | undefined;
  const keep = () => {
    const [pool] = runs.values();
    if (!pool) return;
    keepBacktests(pool, [...runs.keys()]).catch((error: unknown) =>
      log('service.failed', { code: errorCode(error), component: 'backtest' }, startSpan()),
    );
  };
  return {
    add: (run: string, pool: SqlPool) => {
      runs.set(run, pool);
      timer ??= setInterval(keep, KEEP_MS).unref();
    },
    remove: (run: string) => {
      runs.delete(run);
      if (runs.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    },
  };
}

/** Back-tests that run in this process. */
export function openBacktests(log: Log): Backtests {
  const lines = new Map<string, Line>();
  const kept = keepRuns(log);

  async function runOne(open: () => Promise<Trying>, stored: StoredRule, run: string): Promise<void> {
    const trying = await open();
    try {
      if (trying.signal.aborted || !(await runWaiting(trying.pool, run))) return;
      await runBacktest(trying, stored, run);
    } catch (error) {
      // A process that stops leaves it silent, and it is known by that.
      if (trying.signal.aborted) return;
      log('service.failed', { code: errorCode(error), component: 'backtest' }, startSpan());
      await writeBacktest(trying.pool, stored.id, run, { state: 'failed', report: EMPTY_REPORT });
    } finally {
      kept.remove(run);
    }
  }

  function findLine(tenant: string): Line {
    const line = lines.get(tenant) ?? { waiting: 0, last: Promise.resolve() };
    if (line.waiting >= MOST_OF_TENANT || (line.waiting === 0 && lines.size >= MOST_TENANTS)) {
      throw new RuleError('too_many_backtests', 'other back-tests run: try again in a minute');
    }
    lines.set(tenant, line);
    line.waiting++;
    return line;
  }

  function leave(tenant: string, line: Line): void {
    line.waiting--;
    if (line.waiting === 0) lines.delete(tenant);
  }

  return {
    start: async (open, stored) => {
      const line = findLine(stored.tenant);
      try {
        const { pool } = await open();
        const run = await beginBacktest(pool, stored.id);
        kept.add(run, pool);
        line.last = line.last.then(() => runOne(open, stored, run)).catch(() => undefined);
      } finally {
        void line.last.finally(() => leave(stored.tenant, line));
      }
    },
  };
}
