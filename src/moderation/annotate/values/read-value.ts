import type { DatePrecision } from '../../model/annotation.ts';
import type { Span } from '../../model/span.ts';

/** A number, or the two ends of a range, with a unit. */
export interface ReadAmount extends Span {
  readonly type: 'money' | 'percent' | 'quantity';
  readonly amount: number;
  readonly maxAmount: number | null;
  readonly unit: string;
}

/** A date; `value` is null when it cannot be told without a date of publication. */
export interface ReadDate extends Span {
  readonly type: 'date';
  readonly value: string | null;
  readonly precision: DatePrecision;
  readonly isRelative: boolean;
}

/** A value and where it stands in the text. */
export type ReadValue = ReadAmount | ReadDate;

/** Where a value may begin: `at` is the start of a number or word, `floor` the end of the value before or of the block's edge. */
export interface Anchor {
  readonly text: string;
  readonly at: number;
  readonly floor: number;
  /** End of the block. */
  readonly limit: number;
}
