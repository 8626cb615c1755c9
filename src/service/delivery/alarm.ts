/** Sleeps that `ring` ends early; a ring while nobody sleeps ends the next sleep at once. */
export class Alarm {
  #end: (() => void) | undefined;
  #rang = false;

  ring(): void {
    this.#rang = true;
    this.#end?.();
  }

  async sleep(ms: number): Promise<void> {
    if (!this.#rang) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, ms);
      this.#end = resolve;
      await promise;
      clearTimeout(timer);
    }
    this.#rang = false;
    this.#end = undefined;
  }
}
