import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { Article } from '../../moderation/model/article.ts';
import type { ArticleFingerprint } from '../../moderation/model/article-fingerprint.ts';
import type { CorpusMatches } from '../../moderation/model/corpus-matches.ts';
import type { NewResult } from '../store/new-result.ts';

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

/** Finds what other articles share with one. */
export type FindMatches = (fingerprint: ArticleFingerprint) => Promise<CorpusMatches>;

/** What a thread is handed. `port`, when there is one, takes the fingerprint and brings the matches, or null when there are none to get. */
export interface ModerationTask {
  readonly article: Article;
  readonly port?: MessagePort;
}

export interface ModerationThreads {
  /**
   * Moderates an article beside what `findMatches` finds; without it the article is judged by itself. Rejects with `DeadlineError`,
   * with the error of `findMatches`, or when the thread died.
   */
  readonly moderate: (article: Article, findMatches?: FindMatches) => Promise<Moderation>;
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

/** The thread reads the article, asks with its fingerprint, and waits: so an article is read once, and the thread knows no store. */
async function moderateBeside(
  article: Article,
  findMatches: FindMatches,
  run: (task: ModerationTask) => Promise<Moderation>,
): Promise<Moderation> {
  const { port1: here, port2: port } = new MessageChannel();
  let failure: { readonly error: unknown } | undefined;
  here.on('message', (fingerprint: ArticleFingerprint) => {
    findMatches(fingerprint).then(
      (matches) => here.postMessage(matches),
      (error: unknown) => {
        failure = { error };
        here.postMessage(null);
      },
    );
  });
  try {
    return await run({ article, port });
  } catch (error) {
    throw failure ? failure.error : error;
  } finally {
    here.close();
  }
}

/**
 * Threads that run `moderate()`, or `moderateWith()` where a folder of a recogniser is named, so that the event loop stays
 * free to renew locks. An overdue thread is killed. `onError` hears of threads that die between articles.
 */
export function startModerationThreads(settings: ThreadSettings, onError: (error: Error) => void): ModerationThreads {
  const pool = new Piscina<ModerationTask, Moderation>({
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
  const run = async (task: ModerationTask): Promise<Moderation> => {
    const deadline = AbortSignal.timeout(settings.deadlineSeconds * 1000);
    const transferList = task.port ? [task.port] : [];
    try {
      return await pool.run(task, { signal: deadline, transferList });
    } catch (error) {
      if (deadline.aborted) throw new DeadlineError(`moderation took longer than ${settings.deadlineSeconds} s`);
      throw error;
    }
  };
  return {
    moderate: (article, findMatches) => (findMatches ? moderateBeside(article, findMatches, run) : run({ article })),
    close: () => pool.destroy(),
  };
}
