const BYTES = 4;

/** Room for columns of numbers in one piece of memory: to ask the engine for many small pieces costs more than to fill them. */
export class ColumnSpace {
  readonly #buffer: ArrayBuffer;
  readonly #end: number;
  #used = 0;

  /** `cells`: numbers of 32 bits in all columns together; `buffer` has room for them and is all zeroes there. */
  constructor(cells: number, buffer: ArrayBuffer = new ArrayBuffer(cells * BYTES)) {
    this.#buffer = buffer;
    this.#end = cells * BYTES;
  }

  /** Throws `RangeError` when there is no room for more. */
  #take(length: number): number {
    const from = this.#used;
    this.#used += length * BYTES;
    if (this.#used > this.#end) throw new RangeError('no room for another column');
    return from;
  }

  int32(length: number): Int32Array {
    return new Int32Array(this.#buffer, this.#take(length), length);
  }

  uint32(length: number): Uint32Array {
    return new Uint32Array(this.#buffer, this.#take(length), length);
  }
}
