import type { Span } from './span.ts';

/** Replace `[start, end)` of the original by `replacement`. A list of edits is sorted and disjoint. */
export interface Edit extends Span {
  readonly replacement: string;
}
