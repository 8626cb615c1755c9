type Undo = () => void | Promise<void>;

/** What has to be undone at the end, in the opposite order, also after Ctrl-C and after failures. */
export class Cleanup {
  readonly #undos: Undo[] = [];

  add(undo: Undo): void {
    this.#undos.push(undo);
  }

  async run(): Promise<void> {
    for (let undo = this.#undos.pop(); undo; undo = this.#undos.pop()) {
      await Promise.resolve()
        .then(undo)
        .catch((error: unknown) => process.stderr.write(`cleaning up: ${String(error)}\n`));
    }
  }
}
