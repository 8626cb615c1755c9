import type { Article } from '../../../moderation/model/article.ts';
import type { Fault } from '../check-item.ts';
import type { DrawnItem } from '../drawn-item.ts';
import { toEngineFault } from '../to-engine-fault.ts';
import { type Job, ThreadHand } from './thread-hand.ts';
import type { ThreadModels } from './thread-messages.ts';

/** A task: enough that passing it costs little, little enough that threads end at about the same time. Characters of text. */
const TASK = { articles: 16, characters: 32_768 } as const;
/** One that is worked on and one behind it, so that no thread waits for the next. */
const TASKS_PER_THREAD = 2;

export interface CrewOptions {
  /** The module that a thread runs; it speaks `thread-messages.ts`. */
  readonly entry: URL;
  readonly threads: number;
  /** What each thread is told at its start. */
  readonly setup: unknown;
  /** What is drawn for an article that ended its thread. */
  readonly drawFault: (fault: Fault) => DrawnItem;
}

/**
 * Threads that moderate and draw articles. An article that ends its thread (its memory is used up) becomes a fault, another thread takes
 * the place of the dead one and what it had not answered; a thread that cannot even start fails all.
 */
export class ThreadCrew {
  private readonly options: CrewOptions;
  private readonly hands = new Set<ThreadHand>();
  private waiting: Job[] = [];
  /** Articles of a task at whose answer a thread died: each is a task of its own now, which tells the one that it was. */
  private readonly suspects = new WeakSet<Job>();
  private models: ThreadModels | undefined;
  private failure: { readonly error: unknown } | undefined;
  private isOpen = true;

  constructor(options: CrewOptions) {
    this.options = options;
    while (this.hands.size < options.threads) this.add();
  }

  /** True when a thread has what it moderates with. */
  get isReady(): boolean {
    return [...this.hands].some((hand) => hand.isReady);
  }

  /** Hands all threads, and those that come in place of dead ones, what they moderate with. Before that they only load. */
  teach(models: ThreadModels): void {
    this.models = models;
    for (const hand of this.hands) hand.teach(models);
    this.share();
  }

  /** Moderates and draws an article. Rejects only when there are no threads to be had. */
  draw(article: Article): Promise<DrawnItem> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ article, resolve, reject });
      this.share();
    });
  }

  /** Ends all threads at once, whatever they do. */
  async close(): Promise<void> {
    this.isOpen = false;
    await Promise.all([...this.hands].map((hand) => hand.stop()));
  }

  private add(): void {
    const { entry, setup } = this.options;
    const hand = new ThreadHand(entry, setup, {
      onAnswer: () => this.share(),
      onEnd: (ended, error) => this.replace(ended, error),
    });
    this.hands.add(hand);
    if (this.models) hand.teach(this.models);
  }

  private share(): void {
    if (this.failure) this.refuse(this.failure.error);
    if (!this.models) return;
    for (let hand = this.findFree(); hand && this.waiting.length > 0; hand = this.findFree()) hand.hand(this.takeTask());
  }

  private findFree(): ThreadHand | undefined {
    const [first] = [...this.hands].sort((a, b) => a.load - b.load);
    return first && first.load < TASKS_PER_THREAD ? first : undefined;
  }

  private takeTask(): readonly Job[] {
    const [first] = this.waiting;
    return this.waiting.splice(0, first && this.suspects.has(first) ? 1 : this.countFitting());
  }

  /** How many of those that wait fit into one task: the first at least, and no suspect behind it. */
  private countFitting(): number {
    let characters = 0;
    for (const [at, job] of this.waiting.slice(0, TASK.articles).entries()) {
      characters += job.article.text.length;
      if (at > 0 && (characters > TASK.characters || this.suspects.has(job))) return at;
    }
    return TASK.articles;
  }

  private replace(hand: ThreadHand, error: unknown): void {
    this.hands.delete(hand);
    if (!this.isOpen) return;
    const { unanswered } = hand;
    const lost = hand.isReady ? this.findLost(hand) : undefined;
    if (lost) lost.resolve(this.options.drawFault(toEngineFault(lost.article.id, error)));
    this.waiting = [...unanswered.filter((job) => job !== lost), ...this.waiting];
    if (hand.isReady) this.add();
    else this.failure ??= { error };
    this.share();
  }

  /**
   * The article that a thread died of. One that had begun none, or had ended all, died of what it was handed or of its answer: of a single
   * article then; several are tried again one by one, since without a fault they would be handed on for ever.
   */
  private findLost({ inHand, firstTask }: ThreadHand): Job | undefined {
    if (inHand || firstTask.length < 2) return inHand ?? firstTask[0];
    for (const job of firstTask) this.suspects.add(job);
    return undefined;
  }

  private refuse(error: unknown): void {
    for (const { reject } of this.waiting.splice(0)) reject(error);
  }
}
