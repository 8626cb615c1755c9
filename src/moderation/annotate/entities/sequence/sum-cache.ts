import type { CacheMark } from './cache-mark.ts';
import { LABEL_COUNT } from './labels.ts';

/** Places of the table, a power of two; sums that are remembered, half of that at most; rows of those that are not all 0. */
const TABLE = 1 << 16;
const MASK = TABLE - 1;
const MAX_ENTRIES = TABLE / 2;
const MAX_ROWS = 1 << 14;
/** Words and lists of classes that are told apart. */
const MAX_IDS = 1 << 16;
/** Groups of features. */
const GROUP_BITS = 5;

const FREE = 0;
/** All sums are 0. */
const NOTHING = 1;
const FIRST_ROW = 2;

/** Where sums begin; written over for each word. */
const ROWS = new Int32Array(1 << GROUP_BITS);

/**
 * Sums of weights of groups of features, label by label, by what the features of a group are made of. It holds 32,768 at most,
 * 16,384 of them not all 0, and forgets all when it is full: 3 MB.
 */
export class SumCache {
  #epoch = {};
  #ids = 0;
  #entries = 0;
  #rows = 0;
  readonly #contexts = new Int32Array(TABLE);
  readonly #owners = new Int32Array(TABLE);
  readonly #found = new Int32Array(TABLE);
  readonly #sums = new Float64Array(MAX_ROWS * LABEL_COUNT);

  /** Makes room for so many sums. What was found before may be forgotten. */
  reserve(count: number): void {
    const most = Math.max(this.#entries - MAX_ENTRIES, this.#rows - MAX_ROWS, this.#ids - MAX_IDS);
    if (most + count > 0) this.#forget();
  }

  /** The place of what is known of a group, or where it is to be put; there has to be room for it. */
  find(group: number, mark: CacheMark, context: number): number {
    if (mark.epoch !== this.#epoch) {
      mark.epoch = this.#epoch;
      mark.id = this.#ids++;
    }
    const owner = (mark.id << GROUP_BITS) | group;
    let hash = Math.imul(owner, 0x9e3779b1) ^ Math.imul(context, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
    let place = (hash ^ (hash >>> 16)) & MASK;
    while (this.#found[place] !== FREE && (this.#owners[place] !== owner || this.#contexts[place] !== context))
      place = (place + 1) & MASK;
    if (this.#found[place] !== FREE) return place;
    this.#owners[place] = owner;
    this.#contexts[place] = context;
    return place;
  }

  /** True where the sums at a place are known. */
  knows(place: number): boolean {
    return this.#found[place] !== FREE;
  }

  /** Remembers sums at a place that `find` gave. */
  put(place: number, sums: Float64Array): void {
    this.#entries++;
    if (sums.every((sum) => sum === 0)) {
      this.#found[place] = NOTHING;
      return;
    }
    this.#sums.set(sums, this.#rows * LABEL_COUNT);
    this.#found[place] = FIRST_ROW + this.#rows++;
  }

  /** Adds the sums at the first `count` of these places to the scores from `base` on. */
  addTo(scores: Float64Array, base: number, places: Int32Array, count: number): void {
    const rows = this.#listRows(places, count);
    for (let label = 0; label < LABEL_COUNT; label++) {
      let sum = scores[base + label] ?? 0;
      for (let at = 0; at < rows; at++) sum += this.#sums[(ROWS[at] ?? 0) + label] ?? 0;
      scores[base + label] = sum;
    }
  }

  /** Lists where the sums at these places begin; returns the number of those that are not all 0. */
  #listRows(places: Int32Array, count: number): number {
    let rows = 0;
    for (let at = 0; at < count; at++) {
      const row = (this.#found[places[at] ?? 0] ?? NOTHING) - FIRST_ROW;
      if (row >= 0) ROWS[rows++] = row * LABEL_COUNT;
    }
    return rows;
  }

  #forget(): void {
    this.#epoch = {};
    this.#ids = this.#entries = this.#rows = 0;
    this.#found.fill(FREE);
  }
}
