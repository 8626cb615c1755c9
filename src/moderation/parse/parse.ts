import type { Article } from '../model/article.ts';
import type { Document } from '../model/document.ts';
import type { Span } from '../model/span.ts';
import { TOKEN_SYMBOL, type TokenTable } from '../model/token-table.ts';
import { lowerBound } from '../text/lower-bound.ts';
import { tokenize } from '../text/tokenize.ts';
import { assignRoles } from './assign-roles.ts';
import { joinWrappedLines } from './join-wrapped-lines.ts';
import type { RawBlock } from './raw-block.ts';
import { readMetadata } from './read-metadata.ts';
import { splitLines } from './split-lines.ts';

function countWords(tokens: TokenTable, from: number, to: number): number {
  let words = 0;
  for (let row = from; row < to; row++) if (tokens.kinds[row] !== TOKEN_SYMBOL) words++;
  return words;
}

function toRawBlock(text: string, tokens: TokenTable, span: Span, index: number): RawBlock {
  const tokenStart = lowerBound(tokens.starts, tokens.count, span.start);
  const tokenEnd = lowerBound(tokens.starts, tokens.count, span.end);
  const words = countWords(tokens, tokenStart, tokenEnd);
  return { ...span, index, text: text.slice(span.start, span.end), words, tokenStart, tokenEnd };
}

/**
 * Splits `text` into blocks with roles. `article` gives the metadata that came with it; its own `text` is not read,
 * so that a half-cleaned draft can be parsed again. Never fails; linear in the length of the text.
 */
export function parse(text: string, article: Article): Document {
  const tokens = tokenize(text);
  const spans = splitLines(text).flatMap((lines) => joinWrappedLines(text, lines));
  const raw = spans.map((span, index) => toRawBlock(text, tokens, span, index));
  const blocks = assignRoles(raw, tokens, article.title);
  return { text, tokens, blocks, metadata: readMetadata(blocks, article) };
}
