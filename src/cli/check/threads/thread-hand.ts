import { Worker } from 'node:worker_threads';
import type { Article } from '../../../moderation/model/article.ts';
import type { DrawnItem } from '../drawn-item.ts';
import { ARTICLE_COUNTS, COUNTS_BYTES } from './article-counts.ts';
import type { ThreadAnswer, ThreadData, ThreadModels, ThreadTask } from './thread-messages.ts';

/** An article that somebody waits for. */
export interface Job {
  readonly article: Article;
  readonly resolve: (drawn: DrawnItem) => void;
  readonly reject: (error: unknown) => void;
}

/** What the owner of a thread hears of it. */
export interface HandListener {
  /** It is ready, or has answered a task. */
  readonly onAnswer: (hand: ThreadHand) => void;
  readonly onEnd: (hand: ThreadHand, error: unknown) => void;
}

/** One thread, with the articles that it was handed and has not answered. */
export class ThreadHand {
  isReady = false;
  private readonly worker: Worker;
  private readonly counts: Int32Array;
  /** Articles answered. */
  private answered = 0;
  private readonly tasks: (readonly Job[])[] = [];
  private failure: unknown;
  /** An answer could not be read. */
  private isLost = false;

  constructor(entry: URL, setup: unknown, listener: HandListener) {
    const counts = new SharedArrayBuffer(COUNTS_BYTES);
    this.counts = new Int32Array(counts);
    const workerData: ThreadData = { setup, counts };
    this.worker = new Worker(entry, { workerData });
    this.worker.on('message', (answer: ThreadAnswer) => {
      // What comes behind an answer that was lost would be taken for it.
      if (this.isLost) return;
      this.take(answer);
      listener.onAnswer(this);
    });
    this.worker.on('error', (error) => {
      this.failure = error;
    });
    // An answer that cannot be read never comes again: the thread ends as if it had died of it.
    this.worker.on('messageerror', (error) => {
      this.isLost = true;
      this.failure = error;
      void this.stop();
    });
    // Only now have all answers come that the thread gave before its end.
    this.worker.on('exit', (code) => listener.onEnd(this, this.failure ?? new Error(`its thread ended with code ${code}`)));
  }

  /** Tasks not yet answered. */
  get load(): number {
    return this.tasks.length;
  }

  /** Articles not yet answered, in the order in which they were handed over. */
  get unanswered(): readonly Job[] {
    return this.tasks.flat();
  }

  /** The articles of the first task that is not answered. */
  get firstTask(): readonly Job[] {
    return this.tasks[0] ?? [];
  }

  /** The article that the thread has begun and not ended; none while it answers a task, or when an answer was lost. */
  get inHand(): Job | undefined {
    if (this.isLost) return undefined;
    const begun = Atomics.load(this.counts, ARTICLE_COUNTS.begun);
    return begun > Atomics.load(this.counts, ARTICLE_COUNTS.ended) ? this.unanswered[begun - this.answered - 1] : undefined;
  }

  teach(models: ThreadModels): void {
    this.post({ models });
  }

  hand(jobs: readonly Job[]): void {
    this.tasks.push(jobs);
    this.post({ articles: jobs.map(({ article }) => article) });
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }

  private post(task: ThreadTask): void {
    this.worker.postMessage(task);
  }

  private take(answer: ThreadAnswer): void {
    if (answer === 'ready') {
      this.isReady = true;
      return;
    }
    this.answered += answer.length;
    const jobs = this.tasks.shift() ?? [];
    for (const [at, drawn] of answer.entries()) jobs[at]?.resolve(drawn);
  }
}
