import { Piscina } from 'piscina';
import type { Article } from '../../moderation/model/article.ts';
import type { NewResult } from '../store/insert-result.ts';

/** What the thread hands back: the result as JSON text with the few facts the store and the log need beside it. */
export interface Moderation extends NewResult {
  readonly findings: number;
  readonly reasons: readonly string[];
  /** Code of the error with which another recogniser of names failed on the article. */
  readonly recogniserFault?: string;
}

/** An article took longer than it may. */
class DeadlineError extends Error {
  override readonly name = 'DeadlineError';
  readonly code = 'deadline';
}

export interface ModerationThreads {
  /** Rejects with `DeadlineError`, or when the thread died. */
  readonly moderate: (article: Article) => Promise<Moderation>;
  readonly close: () => Promise<void>;
}

/** What each thread loads for itself. */
export interface ModelFiles {
  readonly rulesFolder: string | undefined;
  readonly entitiesFolder: string | undefined;
  readonly topicsFile: string | undefined;
}

export interface ThreadSettings extends ModelFiles {
  readonly threads: number;
  readonly deadlineSeconds: number;
}

const PROCESSOR = new URL('../../../workers/moderate.processor.ts', import.meta.url);
const HEAP_MB = 1024;

/**
 * Threads that run `moderate()`, or `moderateWith()` where a folder of a recogniser is named, so that the event loop stays
 * free to renew locks. An overdue thread is killed. `onError` hears of threads that die between articles.
 */
export function startModerationThreads(settings: ThreadSettings, onError: (error: Error) => void): ModerationThreads {
  const pool = new Piscina<Article, Moderation>({
    filename: PROCESSOR.href,
    minThreads: settings.threads,
    maxThreads: settings.threads,
    workerData: {
      rulesFolder: settings.rulesFolder,
      entitiesFolder: settings.entitiesFolder,
      topicsFile: settings.topicsFile,
    },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  pool.on('error', onError);
  return {
    moderate: async (article) => {
      const deadline = AbortSignal.timeout(settings.deadlineSeconds * 1000);
      try {
        return await pool.run(article, { signal: deadline });
      } catch (error) {
        if (deadline.aborted) throw new DeadlineError(`moderation took longer than ${settings.deadlineSeconds} s`);
        throw error;
      }
    },
    close: () => pool.destroy(),
  };
}
