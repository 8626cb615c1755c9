import type { Span } from '../model/span.ts';
import { lowerBound } from './lower-bound.ts';

/** Finds, among spans sorted by their start that may overlap, the first that shares a unit with another span. */
export class TouchingSpans<S extends Span> {
  readonly #spans: readonly S[];
  /** The furthest end up to each of them. It first passes a place at the span that reaches beyond it first. */
  readonly #reaches: Float64Array;

  constructor(spans: readonly S[]) {
    this.#spans = spans;
    this.#reaches = new Float64Array(spans.length);
    let reach = 0;
    for (const [index, { end }] of spans.entries()) {
      reach = Math.max(reach, end);
      this.#reaches[index] = reach;
    }
  }

  /** In the logarithm of their number. */
  firstIn({ start, end }: Span): S | undefined {
    const span = this.#spans[lowerBound(this.#reaches, this.#reaches.length, start + 1)];
    return span && span.start < end ? span : undefined;
  }
}
