/**
 * How much is done at a time: little, so that nobody waits for the rows, and more from round to round while each finds as much as it may, so
 * that what grows fast is caught up with.
 */
export class Batch {
  readonly #least: number;
  readonly #most: number;
  #size: number;

  constructor(least: number, most: number) {
    this.#least = least;
    this.#most = most;
    this.#size = least;
  }

  get size(): number {
    return this.#size;
  }

  /** Says how much there was to do. Returns whether there may be more. */
  note(done: number): boolean {
    const isBehind = done >= this.#size;
    this.#size = isBehind ? Math.min(this.#most, this.#size * 2) : this.#least;
    return isBehind;
  }
}
