import { ProblemError } from './problem-error.ts';

const BUSY = { headers: { 'retry-after': '1' } };

interface Waiting {
  readonly begin: () => void;
}

/**
 * A few places to work at a time, given out to tenants in turn, so that one that asks for much leaves the others theirs. Who waits longer
 * than `patienceMs`, or has `mostWaiting` before it of the same tenant, is refused with the problem `busy`.
 */
export class FairSlots {
  readonly #mostWaiting: number;
  readonly #patienceMs: number;
  /** In the order of their turns. */
  readonly #waiting = new Map<string, Waiting[]>();
  #free: number;

  constructor(slots: number, { mostWaiting, patienceMs }: { readonly mostWaiting: number; readonly patienceMs: number }) {
    this.#free = slots;
    this.#mostWaiting = mostWaiting;
    this.#patienceMs = patienceMs;
  }

  /** Runs `work` when it is the tenant's turn. */
  async run<T>(tenant: string, work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--;
    else await this.#wait(tenant);
    try {
      return await work();
    } finally {
      this.#next();
    }
  }

  #wait(tenant: string): Promise<void> {
    const queue = this.#waiting.get(tenant) ?? [];
    if (queue.length >= this.#mostWaiting) throw new ProblemError('busy', BUSY);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const timer = setTimeout(() => {
      this.#leave(tenant, one);
      reject(new ProblemError('busy', BUSY));
    }, this.#patienceMs);
    const one = {
      begin: () => {
        clearTimeout(timer);
        resolve();
      },
    };
    queue.push(one);
    this.#waiting.set(tenant, queue);
    return promise;
  }

  #leave(tenant: string, one: Waiting): void {
    const left = (this.#waiting.get(tenant) ?? []).filter((other) => other !== one);
    if (left.length > 0) this.#waiting.set(tenant, left);
    else this.#waiting.delete(tenant);
  }

  /** The place goes to the tenant whose turn it is, which then comes last. */
  #next(): void {
    const [first] = this.#waiting;
    const [one, ...rest] = first?.[1] ?? [];
    if (!(first && one)) {
      this.#free++;
      return;
    }
    this.#waiting.delete(first[0]);
    if (rest.length > 0) this.#waiting.set(first[0], rest);
    one.begin();
  }
}
