import type { Article } from '../model/article.ts';
import type { BlockKind } from '../model/block.ts';
import type { Document, Metadata } from '../model/document.ts';
import type { LayoutBlock } from '../model/layout-block.ts';
import type { Span } from '../model/span.ts';
import { TOKEN_SYMBOL, type TokenTable } from '../model/token-table.ts';
import { lowerBound } from '../text/lower-bound.ts';
import { Notebook } from '../text/notebook.ts';
import { splitLines } from '../text/split-lines.ts';
import { tokenize } from '../text/tokenize.ts';
import { assignRoles } from './assign-roles.ts';
import { joinWrappedLines } from './join-wrapped-lines.ts';
import type { RawBlock } from './raw-block.ts';
import { readMetadata } from './read-metadata.ts';
import { trimLayout } from './trim-layout.ts';

function countWords(tokens: TokenTable, from: number, to: number): number {
  let words = 0;
  for (let row = from; row < to; row++) if (tokens.kinds[row] !== TOKEN_SYMBOL) words++;
  return words;
}

/** What blocks are made of. */
interface Source {
  readonly text: string;
  readonly tokens: TokenTable;
  readonly notebook: Notebook;
}

function toRawBlock(source: Source, { start, end }: Span, index: number, stated?: BlockKind): RawBlock {
  const { tokens, notebook } = source;
  const tokenStart = lowerBound(tokens.starts, tokens.count, start);
  const tokenEnd = lowerBound(tokens.starts, tokens.count, end);
  const words = countWords(tokens, tokenStart, tokenEnd);
  const notes = notebook.notesOn(source.text.slice(start, end));
  const block = { start, end, index, text: notes.text, words, tokenStart, tokenEnd, notes };
  return stated === undefined ? block : { ...block, stated };
}

function toRawBlocks(source: Source, layout: readonly LayoutBlock[] | undefined): readonly RawBlock[] {
  const { text } = source;
  if (layout) return trimLayout(text, layout).map((block, index) => toRawBlock(source, block, index, block.kind));
  const spans = splitLines(text).flatMap((lines) => joinWrappedLines(text, lines));
  return spans.map((span, index) => toRawBlock(source, span, index));
}

/**
 * Splits `text` into blocks with roles: those that the markup names (`layout`, spans index `text`), otherwise lines.
 * `article` gives the metadata that came with it, `stated` those of its markup; its own `text` is not read, so that a
 * half-cleaned draft can be parsed again; `notebook` has what was read from its blocks before. Never fails; linear in the length of the text.
 */
export function parse(
  text: string,
  article: Article,
  stated: Metadata = {},
  layout?: readonly LayoutBlock[],
  notebook = new Notebook(),
): Document {
  const tokens = tokenize(text);
  notebook.turnPage();
  const raw = toRawBlocks({ text, tokens, notebook }, layout);
  const blocks = assignRoles(raw, tokens, article.title ?? stated.title);
  const { encoding } = article;
  const metadata = readMetadata(blocks, article, stated);
  return { text, tokens, blocks, metadata, ...(encoding === undefined ? {} : { encoding }) };
}
