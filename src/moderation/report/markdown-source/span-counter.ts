import type { Span } from '../../model/span.ts';
import { lowerBound } from '../../text/lower-bound.ts';

/** Answers whether any of sorted, disjoint spans touches another one, in the logarithm of their number. */
export class SpanCounter {
  private readonly spans: readonly Span[];
  private readonly starts: Float64Array;

  constructor(spans: readonly Span[]) {
    this.spans = spans;
    this.starts = Float64Array.from(spans, ({ start }) => start);
  }

  /** The first of them that lies in `span` or reaches into it. */
  firstIn({ start, end }: Span): Span | undefined {
    const at = lowerBound(this.starts, this.starts.length, start);
    const before = this.spans[at - 1];
    if (before && before.end > start) return before;
    const first = this.spans[at];
    return first && first.start < end ? first : undefined;
  }

  /** The last of them that lies in `span` or reaches into it. */
  lastIn({ start, end }: Span): Span | undefined {
    const last = this.spans[lowerBound(this.starts, this.starts.length, end) - 1];
    return last && last.end > start ? last : undefined;
  }
}
