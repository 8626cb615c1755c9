import type { Span } from '../../moderation/model/span.ts';

/** A text of a page with its place in the source. */
export interface TextNode extends Span {
  readonly text: string;
  /** The elements around it, outermost first, for people: `div.main > ul.related > li`. */
  readonly path: string;
}
