import type { Article } from '../model/article.ts';
import type { Document, Metadata } from '../model/document.ts';
import type { LayoutBlock } from '../model/layout-block.ts';
import type { Span } from '../model/span.ts';
import { type BlockTokens, joinTokens, tokensOfBlock } from '../text/block-tokens.ts';
import { openDocumentNotes } from '../text/create-document-note.ts';
import { Notebook } from '../text/notebook.ts';
import { splitLines } from '../text/split-lines.ts';
import { assignRoles } from './assign-roles.ts';
import { joinWrappedLines } from './join-wrapped-lines.ts';
import type { RawBlock } from './raw-block.ts';
import { readMetadata } from './read-metadata.ts';
import { trimLayout } from './trim-layout.ts';

/** A block before its tokens are among those of the document. */
interface Piece extends Pick<RawBlock, 'start' | 'end' | 'notes' | 'stated'> {
  readonly tokens: BlockTokens;
}

function splitBlocks(text: string, layout: readonly LayoutBlock[] | undefined, notebook: Notebook): readonly Piece[] {
  const toPiece = ({ start, end }: Span): Piece => {
    const notes = notebook.notesOn(text.slice(start, end));
    return { start, end, notes, tokens: tokensOfBlock({ notes }) };
  };
  if (layout) return trimLayout(text, layout).map((block) => ({ ...toPiece(block), stated: block.kind }));
  return splitLines(text).flatMap((lines) => joinWrappedLines(text, lines).map(toPiece));
}

function toRawBlocks(pieces: readonly Piece[]): readonly RawBlock[] {
  let tokenEnd = 0;
  return pieces.map(({ start, end, notes, stated, tokens: { count, words } }, index) => {
    const tokenStart = tokenEnd;
    tokenEnd += count;
    const block = { start, end, index, text: notes.text, words, tokenStart, tokenEnd, notes };
    return stated === undefined ? block : { ...block, stated };
  });
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
  notebook.turnPage();
  const pieces = splitBlocks(text, layout, notebook);
  const tokens = joinTokens(pieces);
  const raw = toRawBlocks(pieces);
  const blocks = assignRoles(raw, tokens, article.title ?? stated.title);
  const { encoding } = article;
  const metadata = readMetadata(blocks, article, stated);
  const notes = openDocumentNotes(blocks);
  return { text, tokens, blocks, metadata, notes, ...(encoding === undefined ? {} : { encoding }) };
}
