const TABLE_BITS = 20;
const MASK = (1 << TABLE_BITS) - 1;
const MAX_FEATURES = 256;

/** Rows that a model may have; a feature is known by its row. */
export const TABLE_SIZE = 1 << TABLE_BITS;

/** Rows of the features of one word; written over for each word. */
export class FeatureBuffer {
  readonly rows = new Int32Array(MAX_FEATURES);
  count = 0;

  /** Adds the feature that `template` makes of two values. Two features share a row at a rate of their number in 2 to the power of 20. */
  add(template: number, a: number, b: number): void {
    let hash = Math.imul(a ^ Math.imul(template + 1, 0x9e3779b1), 0x85ebca6b);
    hash = Math.imul((hash ^ (hash >>> 15)) + Math.imul(b, 0x27d4eb2f), 0xc2b2ae35);
    if (this.count < MAX_FEATURES) this.rows[this.count++] = (hash ^ (hash >>> 13)) & MASK;
  }
}
