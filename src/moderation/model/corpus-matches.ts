/** What other articles share with this one, gathered before `moderate()` so that it stays pure. */
export interface CorpusMatches {
  /** Normalised short lines that other articles of the same source carry too, with how many carry each. */
  readonly recurringLines: Readonly<Record<string, number>>;
}
