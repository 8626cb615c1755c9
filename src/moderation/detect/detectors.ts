import type { Detector } from '../model/detector.ts';
import { duplicate } from './duplicate.ts';
import { garbageToken } from './garbage-token.ts';
import { leftoverLine } from './leftover-line.ts';
import { nearDuplicate } from './near-duplicate.ts';
import { phraseRule } from './phrase-rule.ts';
import { recurringInsert } from './recurring-insert.ts';
import { slugLine } from './slug-line.ts';
import { sourceLine } from './source-line.ts';
import { titleRepeat } from './title-repeat.ts';

/** Every detector there is. Their order changes nothing: overlaps are resolved by the findings themselves. */
export const detectors: readonly Detector[] = [
  sourceLine,
  titleRepeat,
  slugLine,
  garbageToken,
  leftoverLine,
  phraseRule,
  recurringInsert,
  duplicate,
  nearDuplicate,
];
