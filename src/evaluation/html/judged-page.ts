import type { WrongItem } from '../evaluation.ts';
import type { MapCheck } from './check-map.ts';
import type { SegmentCounts } from './count-segments.ts';

/** One system on one page. */
export interface SystemScore {
  readonly name: string;
  readonly hasFailed: boolean;
  readonly isEmpty: boolean;
  readonly folded: SegmentCounts;
  /** Without folding white space. */
  readonly raw: SegmentCounts;
}

/** Milliseconds of CPU on one page, by what was timed. */
export type PageTimes = Readonly<Record<string, number>>;

/** A page as every system judged it. */
export interface JudgedPage {
  readonly scores: readonly SystemScore[];
  readonly wrong: readonly WrongItem[];
  readonly map: MapCheck;
  readonly times: PageTimes;
}
