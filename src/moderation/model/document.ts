import type { BlockKind } from './block.ts';
import type { BlockNotes } from './block-notes.ts';
import type { Span } from './span.ts';
import type { TextEncoding } from './text-encoding.ts';
import type { TokenTable } from './token-table.ts';

/** What a parsed block is. `byline`, `site`, `source` and `slug` never reach the cleaned text: they are metadata or noise. */
export type BlockRole = BlockKind | 'byline' | 'site' | 'source' | 'slug';

/** Where a block stands: before the first paragraph of prose, among the story, or after its last paragraph. */
export type BlockZone = 'header' | 'body' | 'tail';

/** A parsed block; `start`/`end` index `Document.text` and never include surrounding white space. */
export interface DocumentBlock extends Span {
  readonly index: number;
  readonly role: BlockRole;
  readonly zone: BlockZone;
  readonly text: string;
  /** Number of word tokens (numbers count, punctuation does not). */
  readonly words: number;
  /** Rows `[tokenStart, tokenEnd)` of `Document.tokens` that lie in this block. */
  readonly tokenStart: number;
  readonly tokenEnd: number;
  /** What the markup says it is; absent in plain text. */
  readonly stated?: BlockKind;
  readonly notes: BlockNotes;
}

/** Facts about the article read from its own blocks or handed in with it. */
export interface Metadata {
  readonly title?: string;
  readonly byline?: string;
  readonly site?: string;
  /** ISO 8601 date or date-time. */
  readonly publishedAt?: string;
  /** The address under which the page says it wants to be known. */
  readonly url?: string;
  /** The language that the markup declares, ISO 639-1. */
  readonly language?: string;
}

/**
 * What was worked out of a document as a whole, a place for each kind of note. It stands in the document and goes with it: in a `WeakMap` beside it,
 * V8 keeps both until the whole heap is collected, because the values of an old map live through collections of what is young.
 */
export interface DocumentNotes {
  /** Those of the document. A copy that has others is another document; one that has another text or other tokens must open notes of its own. */
  readonly blocks: readonly DocumentBlock[];
  /** For each kind what was worked out, behind what it was worked out with besides the document, such as a ruleset. */
  readonly cells: unknown[];
}

/** The article as blocks with roles. Blocks are in reading order and do not overlap. */
export interface Document {
  readonly text: string;
  readonly tokens: TokenTable;
  readonly blocks: readonly DocumentBlock[];
  readonly metadata: Metadata;
  readonly notes: DocumentNotes;
  /** How the bytes of the article became its text, where it was handed in as bytes. */
  readonly encoding?: TextEncoding;
}
