import type { Span } from '../../moderation/model/span.ts';

/** A name in a text and what it names. */
export interface TypedSpan extends Span {
  readonly type: string;
}
