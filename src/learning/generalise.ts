import type { Document } from '../moderation/model/document.ts';
import type { Span } from '../moderation/model/span.ts';
import { TOKEN_NUMBER, TOKEN_SYMBOL, TOKEN_WORD } from '../moderation/model/token-table.ts';

/** A token of a span: what it says, and what it is if another text of the kind may say something else there. `end`: no pattern goes on here. */
export interface SpanPart {
  readonly text: string;
  readonly varies: 'number' | 'word' | 'name' | 'url' | 'end' | undefined;
}

/** Tokens of an address that `{url}` stands for. */
const MOST_URL_TOKENS = 8;
const LEAST_CODE = 4;

const ADDRESS = /^(?:https?:\/\/|www\.)|\.[a-z]{2,10}(?:\/|$)/iu;
const AROUND = /^["'“”„«([<]{1,9}|["'“”»)\]>.,;:!?]{1,9}$/gu;
const DIGIT = /\p{N}/u;
const CAPITAL = /^\p{Lu}/u;
const LOWER = /\p{Ll}/u;

/** What stands between two white spaces around an offset. */
function chunkAround(text: string, at: number, { start, end }: Span): Span {
  let from = at;
  while (from > start && !/\s/u.test(text[from - 1] ?? ' ')) from--;
  let to = at;
  while (to < end && !/\s/u.test(text[to] ?? ' ')) to++;
  return { start: from, end: to };
}

function isAddress(chunk: string): boolean {
  return ADDRESS.test(chunk.replace(AROUND, ''));
}

/** Capitals or digits within a word of letters: SPRING20, KX77Q. Where all is in capitals, only digits tell. */
function isCode(word: string, isLoud: boolean): boolean {
  if (word.length < LEAST_CODE) return false;
  return DIGIT.test(word) || (!isLoud && CAPITAL.test(word) && !LOWER.test(word));
}

/** The row after the last of an address: it ends with its chunk, before a sign, or where it has more tokens than `{url}` stands for. */
function endOfAddress({ tokens }: Document, row: number, to: number, end: number): number {
  let after = row;
  while (
    after < to &&
    (tokens.starts[after] ?? 0) < end &&
    tokens.kinds[after] !== TOKEN_SYMBOL &&
    after - row < MOST_URL_TOKENS
  ) {
    after++;
  }
  return after;
}

/** An address as parts; what of it stands behind a sign is left to `end`. */
function partAddress(document: Document, row: number, to: number, end: number): readonly SpanPart[] {
  const { text, tokens } = document;
  const after = endOfAddress(document, row, to, end);
  const url: SpanPart = { text: text.slice(tokens.starts[row], tokens.ends[after - 1]), varies: 'url' };
  const isCut = after < to && (tokens.starts[after] ?? 0) < end;
  return isCut ? [url, { text: text.slice(tokens.starts[after], end), varies: 'end' }] : [url];
}

function partWord(word: string, kind: number | undefined, isLoud: boolean, isName: boolean): SpanPart {
  if (kind === TOKEN_NUMBER) return { text: word, varies: 'number' };
  if (kind !== TOKEN_WORD) return { text: word, varies: undefined };
  return { text: word, varies: isName ? 'name' : isCode(word, isLoud) ? 'word' : undefined };
}

/**
 * Cuts the rows `[from, to)` of a document, which lie in `span`, into parts: words that make the text what it is, and numbers, codes, names and
 * addresses, which differ from copy to copy. `names`: spans of the document that name something. Linear in the span, but for runs without a
 * space, which are looked at once for each of their tokens.
 */
export function generalise(
  document: Document,
  from: number,
  to: number,
  span: Span,
  names: readonly Span[],
): readonly SpanPart[] {
  const { text, tokens } = document;
  const isLoud = !LOWER.test(text.slice(span.start, span.end));
  const isNamed = (start: number) => names.some((name) => name.start <= start && start < name.end);
  const parts: SpanPart[] = [];
  for (let row = from; row < to; row++) {
    const start = tokens.starts[row] ?? 0;
    const kind = tokens.kinds[row];
    const chunk = chunkAround(text, start, span);
    if (kind !== TOKEN_SYMBOL && isAddress(text.slice(chunk.start, chunk.end))) {
      parts.push(...partAddress(document, row, to, chunk.end));
      while (row + 1 < to && (tokens.starts[row + 1] ?? 0) < chunk.end) row++;
    } else {
      parts.push(partWord(text.slice(start, tokens.ends[row]), kind, isLoud, isNamed(start)));
    }
  }
  return parts;
}
