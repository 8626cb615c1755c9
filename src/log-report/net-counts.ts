import { type RankedWords, WordCounts } from './word-counts.ts';

/** Words that are counted, and counted no more later. Of what began before the stream nothing is taken away. */
export class NetCounts {
  private readonly added = new WordCounts();
  private readonly taken = new WordCounts();

  add(word: string, times: number): void {
    this.added.add(word, times);
  }

  take(word: string, times: number): void {
    this.taken.add(word, times);
  }

  /** The most frequent first; those of which nothing is left are none. */
  list(): RankedWords {
    const taken = new Map(this.taken.list().rows.map(({ name, count }) => [name, count]));
    const { rows, names, error } = this.added.list();
    const left = rows
      .map(({ name, count }) => ({ name, count: count - (taken.get(name) ?? 0) }))
      .filter(({ count }) => count > 0);
    return {
      rows: left.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)),
      names: names - rows.length + left.length,
      error,
    };
  }
}
