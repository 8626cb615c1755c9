const BYTES = 4;

/** Room for columns of numbers in one piece of memory: to ask the engine for many small pieces costs more than to fill them. */
export class ColumnSpace {
  readonly #buffer: ArrayBuffer;
  #used = 0;

  /** `cells`: numbers of 32 bits in all columns together. Throws `RangeError` when more are taken. */
  constructor(cells: number) {
    this.#buffer = new ArrayBuffer(cells * BYTES);
  }

  #take(length: number): number {
    const from = this.#used;
    this.#used += length * BYTES;
    return from;
  }

  int32(length: number): Int32Array {
    return new Int32Array(this.#buffer, this.#take(length), length);
  }

  uint32(length: number): Uint32Array {
    return new Uint32Array(this.#buffer, this.#take(length), length);
  }
}
