import { STAGES, type Stage, type Watch } from '../../moderation/model/watch.ts';

/** Seconds by the name of the field that a line has for each stage. */
export type StageSeconds = Readonly<Partial<Record<`${Stage}_seconds`, number>>>;

/**
 * Times the stages of one article at a time; `now` is a clock of milliseconds. A stage that runs others is not charged for them.
 */
export class Stopwatch {
  readonly #now: () => number;
  readonly #seconds = new Map<Stage, number>();
  /** What stages within the one that runs have taken. */
  #inner = 0;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  readonly watch: Watch = (stage, run) => {
    const outer = this.#inner;
    this.#inner = 0;
    const from = this.#now();
    try {
      return run();
    } finally {
      const took = this.#now() - from;
      this.#seconds.set(stage, (this.#seconds.get(stage) ?? 0) + took - this.#inner);
      this.#inner = outer + took;
    }
  };

  /** What each stage took since this was asked last, to the microsecond; without those that did not run. */
  take(): StageSeconds {
    const taken = STAGES.flatMap((stage) => {
      const took = this.#seconds.get(stage);
      return took === undefined ? [] : [[`${stage}_seconds`, Math.round(took * 1000) / 1e6]];
    });
    this.#seconds.clear();
    this.#inner = 0;
    return Object.fromEntries(taken);
  }
}
