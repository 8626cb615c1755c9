type Undo = () => void | Promise<void>;

/** What has to be undone at the end, in the opposite order, also after Ctrl-C and after failures. */
export class Cleanup {
  readonly #undos: Undo[] = [];
  #isClosed = false;

  add(undo: Undo): void {
    this.#undos.push(undo);
    if (this.#isClosed) void this.run();
  }

  /** Undoes all, and from now on whatever is added at once. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.run();
  }

  async run(): Promise<void> {
    for (let undo = this.#undos.pop(); undo; undo = this.#undos.pop()) {
      await Promise.resolve()
        .then(undo)
        .catch((error: unknown) => process.stderr.write(`cleaning up: ${String(error)}\n`));
    }
  }
}
