/** Kinds of block that reach the reader of a result. */
export const BLOCK_KINDS = ['title', 'heading', 'paragraph', 'list_item', 'quote', 'code', 'table', 'caption'] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** A block of the result: `start`/`end` in the cleaned text, `sourceStart`/`sourceEnd` in the original. */
export interface Block {
  readonly kind: BlockKind;
  readonly start: number;
  readonly end: number;
  readonly sourceStart: number;
  readonly sourceEnd: number;
}

/** A block of the result with its language: its own when it has letters enough to tell, else that of the article. */
export interface ArticleBlock extends Block {
  /** ISO 639-1, or `und` when undetermined. */
  readonly language: string;
}
