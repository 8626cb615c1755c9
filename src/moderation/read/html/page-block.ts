import type { BlockKind } from '../../model/block.ts';
import type { Span } from '../../model/span.ts';

/** A line end of `<br>`, or the end of a cell or a row; its place is that of the tag, of no length where the tag is left out. */
export interface LineBreak extends Span {
  /** Line ends and tabs; a blank between the lines of one cell or heading. */
  readonly sign: string;
}

/** A stretch of text of a page: `value` is what `[start, end)` of the source says. */
export interface TextRun {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** What stands before it in its block. */
  readonly after?: LineBreak;
  /** The value stands for all of its source, whatever is written there; absent where both can be read side by side. */
  readonly isWhole?: true;
}

/** An element that makes blocks, with what is known of the text below it. */
export interface PageElement {
  readonly index: number;
  readonly parent: PageElement | undefined;
  readonly tag: string;
  /** Value of an attribute, or nothing. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** A block of text as a page shows it, in the order of the source. */
export interface PageBlock {
  readonly kind: BlockKind;
  readonly element: PageElement;
  readonly runs: readonly TextRun[];
  /** Letters, an ideograph as three of them: of all, and of those inside links. */
  readonly letters: number;
  readonly linkLetters: number;
  readonly links: number;
  /** Level of a heading; 0 for other blocks. */
  readonly level: number;
  /** How it is hidden from readers, for example `display:none`; absent when it is shown. */
  readonly hidden?: string;
}
