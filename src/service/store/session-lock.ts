/** A fair mutual exclusion: holders come in the order they asked. */
export class SessionLock {
  #tail: Promise<void> = Promise.resolve();

  /** Resolves when the lock is held, to the function that gives it back. */
  async acquire(): Promise<() => void> {
    const before = this.#tail;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#tail = promise;
    await before;
    return resolve;
  }
}
