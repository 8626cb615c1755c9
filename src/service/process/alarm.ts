/** Sleeps that `ring` ends early. A ring while nobody sleeps ends the next sleep. */
export class Alarm {
  #end: (() => void) | undefined;
  #rang = false;

  ring(): void {
    this.#rang = true;
    this.#end?.();
  }

  async sleep(ms: number): Promise<void> {
    if (!this.#rang) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.#end = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#rang = false;
    this.#end = undefined;
  }
}
