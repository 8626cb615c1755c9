import { NameTable } from './name-table.ts';

export interface CountedWord {
  readonly name: string;
  readonly count: number;
}

export interface RankedWords {
  readonly rows: CountedWord[];
  readonly names: number;
  readonly error: number;
}

/** Codes, kinds and events are a few dozen words. */
const KEPT = 250;

/** How often each word was there: codes, kinds, events. */
export class WordCounts {
  private readonly table = new NameTable(() => ({ count: 0 }), KEPT);

  add(word: string, times = 1): void {
    this.table.touch(word, times).count += times;
  }

  /** The most frequent first. */
  rank(top: number): RankedWords {
    const { rows, names, error } = this.table.rank(top, (row) => row.count);
    return { rows: rows.map(([name, { count }]) => ({ name, count })), names, error };
  }

  /** All words that are held. */
  list(): RankedWords {
    return this.rank(Number.POSITIVE_INFINITY);
  }
}
