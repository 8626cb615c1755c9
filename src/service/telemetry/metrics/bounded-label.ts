const OTHER = 'other';

/**
 * Values of a label that come from data: the first `most` that are seen are told by name, later ones together as `other`. A label without a
 * bound makes a series of each new value, for ever.
 */
export class BoundedLabel {
  readonly #known = new Set<string>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  of(value: string): string {
    if (this.#known.has(value)) return value;
    if (this.#known.size >= this.#most) return OTHER;
    this.#known.add(value);
    return value;
  }
}
