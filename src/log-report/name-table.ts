/** Names that are counted at a time, at least; twice as many are held before the rarest are given up. */
const KEPT = 5_000;

interface Entry<Row> {
  readonly row: Row;
  weight: number;
}

export interface Ranked<Row> {
  readonly rows: readonly (readonly [name: string, row: Row])[];
  readonly names: number;
  readonly error: number;
}

/** Equal in any order and on any machine. */
const byName = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/**
 * Counts by names of which there may be any number, in bounded memory. Up to `2 · kept` names every count is exact. Beyond that
 * the rarest are given up, as in lossy counting (Manku and Motwani, "Approximate frequency counts over data streams", VLDB 2002):
 * `error` tells how much any count may be too low, and so which names may be missing; then the order of the stream matters.
 */
export class NameTable<Row> {
  private entries = new Map<string, Entry<Row>>();
  private lost = 0;
  private readonly create: () => Row;
  private readonly kept: number;

  constructor(create: () => Row, kept = KEPT) {
    this.create = create;
    this.kept = kept;
  }

  /** The row of a name, to be counted in; `weight` is what decides who is given up. */
  touch(name: string, weight = 1): Row {
    let entry = this.entries.get(name);
    if (!entry) {
      if (this.entries.size >= 2 * this.kept) this.giveUp();
      entry = { row: this.create(), weight: 0 };
      this.entries.set(name, entry);
    }
    entry.weight += weight;
    return entry.row;
  }

  /** Keeps the heavier half. Whoever comes back later has lost at most what was lost before and what goes now. */
  private giveUp(): void {
    const ordered = [...this.entries].sort(([a, { weight: x }], [b, { weight: y }]) => y - x || byName(a, b));
    this.lost += ordered[this.kept]?.[1].weight ?? 0;
    this.entries = new Map(ordered.slice(0, this.kept));
  }

  /** The first `top` rows by `weigh`, the heaviest first. */
  rank(top: number, weigh: (row: Row) => number): Ranked<Row> {
    const rows = [...this.entries]
      .map(([name, { row }]) => [name, row] as const)
      .sort(([a, x], [b, y]) => weigh(y) - weigh(x) || byName(a, b));
    return { rows: rows.slice(0, top), names: rows.length, error: this.lost };
  }
}
