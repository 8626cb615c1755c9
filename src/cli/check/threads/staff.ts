import { type CrewOptions, ThreadCrew } from './thread-crew.ts';
import type { ThreadModels } from './thread-messages.ts';

/** A crew of threads that is started when it pays, before or after it is known what it moderates with. */
export class Staff {
  private readonly options: CrewOptions;
  private models: ThreadModels | undefined;
  private started: ThreadCrew | undefined;

  /** With one thread, or none, there is never a crew. */
  constructor(options: CrewOptions) {
    this.options = options;
  }

  get threads(): number {
    return this.options.threads;
  }

  get crew(): ThreadCrew | undefined {
    return this.started;
  }

  start(): void {
    if (this.started || this.threads < 2) return;
    this.started = new ThreadCrew(this.options);
    if (this.models) this.started.teach(this.models);
  }

  teach(models: ThreadModels): void {
    this.models = models;
    this.started?.teach(models);
  }

  async close(): Promise<void> {
    await this.started?.close();
  }
}
