import { ColumnSpace } from './column-space.ts';

const BYTES = 4;
/** Bytes that are held for the next use; longer texts get memory of their own. */
const MOST_HELD = 2 ** 20;
const LEAST_HELD = 2 ** 14;

/** Memory that is used again and again for columns that nobody needs any more when the next are opened. */
export class Scratch {
  #held = new ArrayBuffer(0);

  /** Columns of zeroes with so many cells in all; those of the call before are overwritten. */
  open(cells: number): ColumnSpace {
    const bytes = cells * BYTES;
    if (bytes > MOST_HELD) return new ColumnSpace(cells);
    if (bytes > this.#held.byteLength) {
      let size = LEAST_HELD;
      while (size < bytes) size *= 2;
      this.#held = new ArrayBuffer(size);
    }
    new Uint8Array(this.#held, 0, bytes).fill(0);
    return new ColumnSpace(cells, this.#held);
  }
}
