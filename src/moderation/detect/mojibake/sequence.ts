import type { Span } from '../../model/span.ts';

/** Characters that are the bytes of one character of UTF-8. Spans index the text they were read from. */
export interface Sequence extends Span {
  readonly replacement: string;
  /** False where a byte was lost, or a space stands for one. */
  readonly isWhole: boolean;
}
