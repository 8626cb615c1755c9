/** Ends a stay in the quarantine. */
export type Leave = () => void;

/**
 * Keeps articles that may have killed a worker away from others: a suspect is moderated while no other article of this process is in
 * hand, so that, if it kills again, nobody dies with it.
 */
export class Quarantine {
  #inside = 0;
  #isAlone = false;
  readonly #suspects: (() => void)[] = [];
  readonly #others: (() => void)[] = [];

  /** Resolves when the article may be taken in hand, to the function that says it no longer is. */
  async enter(isSuspect: boolean): Promise<Leave> {
    if (this.#mustWait(isSuspect)) {
      const { promise, resolve } = Promise.withResolvers<void>();
      (isSuspect ? this.#suspects : this.#others).push(resolve);
      await promise;
    } else {
      this.#admit(isSuspect);
    }
    return () => this.#leave();
  }

  /** Others wait for a suspect that waits, or it would never be alone. */
  #mustWait(isSuspect: boolean): boolean {
    return this.#isAlone || (isSuspect ? this.#inside > 0 : this.#suspects.length > 0);
  }

  #admit(isSuspect: boolean): void {
    this.#inside++;
    this.#isAlone = isSuspect;
  }

  #leave(): void {
    this.#inside--;
    this.#isAlone = false;
    if (this.#inside > 0) return;
    const suspect = this.#suspects.shift();
    if (suspect) {
      this.#admit(true);
      suspect();
      return;
    }
    for (const other of this.#others.splice(0)) {
      this.#admit(false);
      other();
    }
  }
}
