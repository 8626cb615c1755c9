import { errorCode } from '../telemetry/error-code.ts';
import type { Log } from '../telemetry/open-log.ts';
import { startSpan } from '../telemetry/trace.ts';
import { EMPTY_REPORT } from './add-trials.ts';
import { beginBacktest, writeBacktest } from './backtests.ts';
import { RuleError } from './rule-error.ts';
import { runBacktest, type Trying } from './run-backtest.ts';
import type { StoredRule } from './stored-rule.ts';

/** Back-tests of a process go one after the other: those who check articles wait for the same threads. */
const MOST_WAITING = 4;

export interface Backtests {
  /** Begins a back-test, which goes on by itself. Throws `RuleError` with `too_many_backtests`. */
  readonly start: (trying: () => Promise<Trying>, stored: StoredRule) => Promise<void>;
}

/** Back-tests that run in this process. */
export function openBacktests(log: Log): Backtests {
  let waiting = 0;
  let last: Promise<void> = Promise.resolve();

  async function runOne(open: () => Promise<Trying>, stored: StoredRule, run: string): Promise<void> {
    const trying = await open();
    try {
      await runBacktest(trying, stored, run);
    } catch (error) {
      // A process that stops leaves it silent, and it is known by that.
      if (trying.signal.aborted) return;
      log('service.failed', { code: errorCode(error), component: 'backtest' }, startSpan());
      await writeBacktest(trying.pool, stored.id, run, { state: 'failed', report: EMPTY_REPORT });
    }
  }

  return {
    start: async (open, stored) => {
      if (waiting >= MOST_WAITING) throw new RuleError('too_many_backtests', 'other back-tests run: try again in a minute');
      waiting++;
      try {
        const { pool } = await open();
        const run = await beginBacktest(pool, stored.id);
        last = last.then(() => runOne(open, stored, run)).catch(() => undefined);
      } finally {
        void last.finally(() => waiting--);
      }
    },
  };
}
