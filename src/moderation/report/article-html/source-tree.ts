import type { Span } from '../../model/span.ts';

/** An element of an article's markup. A tag is an HTML name in lower case, whatever the markup is. */
export interface SourceElement {
  readonly tag: string;
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  readonly children: readonly SourceElement[];
  /** Offset in the original. */
  readonly start: number;
}

/** An element that the article keeps, under the name it has there. */
export interface Wrapper {
  readonly tag: string;
  readonly element: SourceElement;
  /** True for an item around what stands between two items of a list: it goes on with the item before. */
  readonly isJoined?: true;
}

/** What is around a text or a picture of the source. */
export interface Place {
  /** All elements around it, innermost first. */
  readonly element: SourceElement;
  readonly outer: Place | undefined;
  /** Lists, quotes, tables and figures around it, outermost first. */
  readonly containers: readonly Wrapper[];
  /** Emphasis, links and the like around it, outermost first, none twice. */
  readonly inline: readonly Wrapper[];
  /** The innermost element that begins a line of its own. */
  readonly block: SourceElement;
  /** True inside a `p`. */
  readonly isParagraph: boolean;
  /** Level of the heading it stands in, or 0. */
  readonly heading: number;
  /** False where readers see nothing of it, or where it is a part of the page's works. */
  readonly isShown: boolean;
}

/** A text of the source without markup in it. */
export interface SourceText extends Span {
  readonly place: Place;
  readonly isBlank: boolean;
}

export interface SourceImage {
  readonly start: number;
  readonly element: SourceElement;
  /** Of the element that holds it. */
  readonly place: Place;
}

/** The markup of an article, in the order of the original. */
export interface SourceTree {
  readonly texts: readonly SourceText[];
  readonly images: readonly SourceImage[];
  /** What the markup says that addresses are relative to. */
  readonly base: string | undefined;
}
