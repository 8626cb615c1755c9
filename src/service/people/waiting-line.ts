/** Work of which so much may run at once, and so much more may wait for its turn. */
export interface LineLimits {
  readonly atOnce: number;
  readonly waiting: number;
}

/** Runs costly work a few at a time, in the order in which it came. */
export class WaitingLine {
  readonly #limits: LineLimits;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(limits: LineLimits) {
    this.#limits = limits;
  }

  /** Runs `work` in its turn. Resolves to `undefined`, and runs nothing, when too much waits already; rejects as `work` does. */
  async run<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.#running < this.#limits.atOnce) this.#running++;
    else if (this.#waiting.length >= this.#limits.waiting) return undefined;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      // Whoever waits has the place at once, so that nobody who comes in between takes it too.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running--;
    }
  }
}
