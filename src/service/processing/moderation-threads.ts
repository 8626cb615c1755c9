import { setFlagsFromString } from 'node:v8';
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { RuleProposals } from '../../index.ts';
import type { Article } from '../../moderation/model/article.ts';
import type { PackedFingerprint } from '../fingerprints/packed-fingerprint.ts';
import type { PackedMatches } from '../fingerprints/packed-matches.ts';
import type { RuleHit } from '../rules/work-rules.ts';
import type { Moderation } from './moderation.ts';
import type { ModerationModels } from './moderation-models.ts';
import { startDeadline } from './start-deadline.ts';
import type {
  Amending,
  Announced,
  ModerationTask,
  ProposalTask,
  ShadowTask,
  TaskMessage,
  ThreadRules,
  TrialAnswer,
  TrialTask,
} from './thread-messages.ts';
import { watchThreads } from './watch-threads.ts';

/** Finds what other articles share with one. */
export type FindMatches = (fingerprint: PackedFingerprint) => Promise<PackedMatches>;

export interface ModerationThreads {
  /** Resolves when there are threads that have loaded; rejects with `NoThreadError` when there are none for ten seconds. */
  readonly ready: () => Promise<void>;
  /**
   * Moderates an article beside what `findMatches` finds; without it the article is judged by itself. Its time runs from the moment when a
   * thread takes it. With `amending` the result is the amended one, which takes twice the time at first. Rejects with `DeadlineError`, with the error of `findMatches`, or when the thread died.
   */
  readonly moderate: (
    article: Article,
    findMatches?: FindMatches,
    amending?: Amending,
    rules?: ThreadRules,
  ) => Promise<Moderation>;
  /** Tries a rule on articles, each judged by itself. Rejects with `DeadlineError`, or when the thread died. */
  readonly tryRule: (task: TrialTask) => Promise<TrialAnswer>;
  /**
   * Tries a rule in shadow on an article that is done, if a thread has nothing else to do; otherwise it is not, and the answer is undefined. The signal ends it, and the
   * thread. Rejects then, or when the thread died.
   */
  readonly tryShadow: (task: ShadowTask, signal: AbortSignal) => Promise<readonly RuleHit[] | undefined>;
  /** Rules that a span could become. Rejects with `RangeError` when nothing of it was read as text. */
  readonly propose: (task: ProposalTask) => Promise<RuleProposals>;
  readonly close: () => Promise<void>;
}

export interface ThreadSettings {
  readonly threads: number;
  readonly deadlineSeconds: number;
  readonly models: ModerationModels;
}

const PROCESSOR = new URL('../../../workers/moderate.processor.ts', import.meta.url);
const HEAP_MB = 1024;
/**
 * Per cent of what is alive by which a heap may grow until all of it is collected; V8's flags are of the process, so that of its main thread
 * too. V8's own choice for threads with a limit like ours is 50, and each collection throws away the compiled code of every closure that is
 * not in use just then: half a second of compiling, which came every 80 articles. It costs some 130 MB a thread.
 */
const GROWTH_PERCENT = 200;
/** A rule is tried on several articles at a time. */
const BATCH_TIMES = 2;

/** What a thread can be asked for, by the name of the processor's function. */
interface Asked {
  readonly tryRule: { readonly task: TrialTask; readonly answer: TrialAnswer };
  readonly tryShadow: { readonly task: ShadowTask; readonly answer: readonly RuleHit[] };
  readonly propose: { readonly task: ProposalTask; readonly answer: RuleProposals };
}

type Pool = Piscina<ModerationTask | Announced<Asked[keyof Asked]['task']>, Moderation | Asked[keyof Asked]['answer']>;

/** The thread reads the article, asks with its fingerprint, and waits: so an article is read once, and the thread knows no store. */
async function run(
  pool: Pool,
  seconds: number,
  { article, amending, rules }: Pick<ModerationTask, 'article' | 'amending' | 'rules'>,
  findMatches: FindMatches | undefined,
): Promise<Moderation> {
  const { port1: here, port2: port } = new MessageChannel();
  const deadline = startDeadline(seconds);
  let failure: { readonly error: unknown } | undefined;
  here.on('message', (message: TaskMessage) => {
    if (message === 'began') return deadline.begin();
    findMatches?.(message).then(
      (matches) => here.postMessage(matches),
      (error: unknown) => {
        failure = { error };
        here.postMessage(null);
      },
    );
  });
  try {
    const task: ModerationTask = { article, amending, port, asks: findMatches !== undefined, rules };
    // The processor answers its own tasks; see there.
    return (await pool.run(task, { signal: deadline.signal, transferList: [port] })) as Moderation;
  } catch (error) {
    if (deadline.signal.aborted) throw deadline.signal.reason;
    throw failure ? failure.error : error;
  } finally {
    deadline.end();
    here.close();
  }
}

/** Maps stay in the process. */
const toThreadRules = ({ head, json }: ThreadRules): ThreadRules => ({ head, json });

/** The time of a task runs from the moment when a thread takes it, unless a signal of its own ends it. */
async function ask<Name extends keyof Asked>(
  pool: Pool,
  seconds: number,
  name: Name,
  task: Asked[Name]['task'],
  signal?: AbortSignal,
): Promise<Asked[Name]['answer']> {
  // The processor's function of this name gives it.
  if (signal) return (await pool.run(task, { name, signal })) as Asked[Name]['answer'];
  const { port1: here, port2: port } = new MessageChannel();
  const deadline = startDeadline(seconds);
  here.on('message', deadline.begin);
  try {
    const transferList = [port];
    return (await pool.run({ ...task, port }, { name, signal: deadline.signal, transferList })) as Asked[Name]['answer'];
  } catch (error) {
    throw deadline.signal.aborted ? deadline.signal.reason : error;
  } finally {
    deadline.end();
    here.close();
  }
}

/** Counts what threads were handed and have not answered. */
function countTasks() {
  let running = 0;
  return {
    running: () => running,
    count: <T>(answer: Promise<T>): Promise<T> => {
      running++;
      return answer.finally(() => {
        running--;
      });
    },
  };
}

/**
 * Threads that run `moderate()`, or `moderateWith()` where a folder of a recogniser is named, so that the event loop stays
 * free to renew locks. An overdue thread is killed. `onError` hears of threads that die between articles, or cannot load.
 */
export function startModerationThreads(settings: ThreadSettings, onError: (error: Error) => void): ModerationThreads {
  const { threads, deadlineSeconds, models } = settings;
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
  const pool: Pool = new Piscina({
    filename: PROCESSOR.href,
    minThreads: threads,
    maxThreads: threads,
    workerData: models,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  pool.on('error', onError);
  const ready = watchThreads(pool, onError);
  const counted = countTasks();
  return {
    ready,
    moderate: (article, findMatches, amending, rules) =>
      counted.count(run(pool, deadlineSeconds, { article, amending, rules: rules && toThreadRules(rules) }, findMatches)),
    tryRule: (task) => counted.count(ask(pool, BATCH_TIMES * deadlineSeconds, 'tryRule', task)),
    tryShadow: ({ rules, ...task }, signal) =>
      counted.running() >= threads
        ? Promise.resolve(undefined)
        : counted.count(ask(pool, deadlineSeconds, 'tryShadow', { ...task, rules: toThreadRules(rules) }, signal)),
    propose: (task) => counted.count(ask(pool, deadlineSeconds, 'propose', task)),
    close: () => pool.destroy(),
  };
}
