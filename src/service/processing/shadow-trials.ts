import { setTimeout as sleep } from 'node:timers/promises';
import { recordTrial } from '../rules/insert-hits.ts';
import type { WorkRules } from '../rules/work-rules.ts';
import type { ArticleKey } from '../store/article-key.ts';
import type { SqlPool } from '../store/sql-pool.ts';
import { errorCode } from '../telemetry/error-code.ts';
import type { Log } from '../telemetry/open-log.ts';
import { startSpan } from '../telemetry/trace.ts';
import type { ModerationThreads } from './moderation-threads.ts';
import type { ShadowTask } from './thread-messages.ts';

/** An article whose result is stored, and on which rules in shadow may be tried. */
export interface ShadowOffer extends Omit<ShadowTask, 'rules'> {
  readonly key: ArticleKey;
  readonly run: number;
  readonly rules: WorkRules;
  /** What the article took without them. */
  readonly seconds: number;
}

/** Trials of rules in shadow. They are never waited for. */
export interface ShadowTrials {
  readonly offer: (offer: ShadowOffer) => void;
  /** Ends the one that runs; nothing is tried afterwards. */
  readonly close: () => Promise<void>;
}

/** By then the next article has a thread, if one waits. */
const PAUSE_MS = 50;
const TIMES = 2;
/** A rule that is tried for the first time is compiled first. */
const LEAST_SECONDS = 1;

/**
 * Tries rules in shadow on articles that are done, one at a time and only while a thread has nothing else to do; all others are left out. A trial
 * has at most twice the time of the article, and what fails loses its hits only.
 */
export function openShadowTrials(threads: Pick<ModerationThreads, 'tryShadow'>, pool: SqlPool, log: Log): ShadowTrials {
  const closing = new AbortController();
  let running: Promise<void> | undefined;

  async function tryOne({ key, run, rules, seconds, ...task }: ShadowOffer): Promise<void> {
    try {
      await sleep(PAUSE_MS, undefined, { signal: closing.signal });
      const limit = AbortSignal.any([closing.signal, AbortSignal.timeout(Math.max(LEAST_SECONDS, TIMES * seconds) * 1000)]);
      const hits = await threads.tryShadow({ ...task, rules }, limit);
      if (hits) await recordTrial(pool, key, run, rules, hits);
    } catch (error) {
      if (!closing.signal.aborted) log('service.failed', { code: errorCode(error), component: 'shadow' }, startSpan());
    }
  }

  return {
    offer: (offer) => {
      if (running || closing.signal.aborted || !offer.rules.hasShadow) return;
      running = tryOne(offer).finally(() => {
        running = undefined;
      });
    },
    close: async () => {
      closing.abort();
      await running;
    },
  };
}
