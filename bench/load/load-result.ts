import type { RedisSize, TableSize, Written } from './footprint.ts';
import type { Measurement } from './measurement.ts';

/** Of one desk with so many worker processes, a thread each. */
export interface WorkersResult {
  readonly workers: number;
  readonly ceiling: Measurement;
}

/** What servers are asked to keep, from the ceiling. */
export interface Footprint {
  /** Between the beginning and the end of the ceiling, its warm-up included, with as many articles. */
  readonly written: Written | undefined;
  readonly articles: number;
  /** At the end of all steps, with as many articles. */
  readonly tables: readonly TableSize[];
  readonly storedArticles: number;
  readonly redis: RedisSize | undefined;
}

export interface LoadResult {
  readonly mode: string;
  readonly cores: number;
  readonly threads: number;
  readonly meanSize: number;
  readonly ceiling: Measurement | null;
  readonly steps: readonly Measurement[];
  readonly footprint: Footprint | null;
  readonly workers: readonly WorkersResult[];
}
