import type { ArticleFingerprint, FingerprintedParagraph } from '../model/article-fingerprint.ts';
import type { BlockRole, Document, DocumentBlock } from '../model/document.ts';
import type { Span } from '../model/span.ts';
import { TOKEN_NUMBER, TOKEN_SYMBOL } from '../model/token-table.ts';
import { minHashKeys } from './min-hash-keys.ts';
import { wordKey } from './word-key.ts';

/** Changes with anything that changes the keys or words of a fingerprint. */
const VERSION = 'words-minhash/2';

/** Bins of a paragraph: one of 40 words of which one in nine is exchanged is met with a probability of .94, one in twenty with .99. */
const PARAGRAPH_BINS = 5;
/**
 * Bins of the whole article: with those of its paragraphs, one of a single paragraph of which two words in ten are exchanged is met with .98, three in
 * ten with .90; one of four such paragraphs with .99.
 */
const ARTICLE_BINS = 16;
/** Words from which an article has keys of its own; shorter ones have no text of value to a copyist. */
const MIN_ARTICLE_WORDS = 40;
/** Paragraphs and words of an article that are read: a book of 50,000 words has its beginning compared. */
const MAX_PARAGRAPHS = 2000;
const MAX_WORDS = 50_000;
/** What fits into the columns. */
const MAX_START = 0xffff;
const MAX_LENGTH = 0xff;

const EXACT_SALT = 1;
const PARAGRAPH_SALT = 2;
const ARTICLE_SALT = 3;
const LINE_SALT = 4;

/** Names and labels of the article, and code, which is the same in every article that shows it. */
const NOT_TEXT: ReadonlySet<BlockRole> = new Set(['title', 'byline', 'site', 'source', 'slug', 'code']);
/** Words of a line that may be an insert: one or two words are headings and answers. */
const MIN_LINE_WORDS = 3;

const UPPER = /^\p{Lu}/u;

/** True for blocks that are compared with those of other articles. */
export function isShareable({ role, words }: DocumentBlock): boolean {
  return words > 0 && !NOT_TEXT.has(role);
}

/** Rows of the words and numbers of a block. */
export function listWordRows({ tokens }: Document, { tokenStart, tokenEnd }: DocumentBlock): Int32Array {
  const rows = new Int32Array(tokenEnd - tokenStart);
  let count = 0;
  for (let row = tokenStart; row < tokenEnd; row++) if (tokens.kinds[row] !== TOKEN_SYMBOL) rows[count++] = row;
  return rows.subarray(0, count);
}

/** True for a number and for a word with a capital. */
export function isFact({ text, tokens }: Document, row: number): boolean {
  const start = tokens.starts[row] ?? 0;
  return tokens.kinds[row] === TOKEN_NUMBER || UPPER.test(text.slice(start, start + 2));
}

/** The key of a block's words under which its recurrence in other articles is told; `undefined`: it is no line for that. */
export function lineKey(document: Document, block: DocumentBlock): string | undefined {
  if (!isShareable(block) || block.words < MIN_LINE_WORDS) return undefined;
  const words = Uint32Array.from(listWordRows(document, block), (row) => document.tokens.hashes[row] ?? 0);
  return wordKey(words, 0, words.length, LINE_SALT);
}

function toParagraph(document: Document, block: DocumentBlock, toSource: (span: Span) => Span): FingerprintedParagraph {
  const { tokens } = document;
  const rows = listWordRows(document, block);
  const { start, end } = toSource(block);
  const places = Array.from(rows, (row) => toSource({ start: tokens.starts[row] ?? 0, end: tokens.ends[row] ?? 0 }));
  return {
    start,
    end,
    words: Uint32Array.from(rows, (row) => tokens.hashes[row] ?? 0),
    starts: Uint16Array.from(places, (place) => Math.min(MAX_START, Math.max(0, place.start - start))),
    lengths: Uint8Array.from(places, (place) => Math.min(MAX_LENGTH, place.end - place.start)),
    facts: Uint8Array.from(rows, (row) => (isFact(document, row) ? 1 : 0)),
  };
}

function chooseBlocks({ blocks }: Document): readonly DocumentBlock[] {
  const chosen: DocumentBlock[] = [];
  let words = 0;
  for (const block of blocks) {
    if (!isShareable(block)) continue;
    words += block.words;
    if (words > MAX_WORDS || chosen.length === MAX_PARAGRAPHS) break;
    chosen.push(block);
  }
  return chosen;
}

function paragraphKeys({ words }: FingerprintedParagraph): readonly string[] {
  return [wordKey(words, 0, words.length, EXACT_SALT), ...minHashKeys(words, PARAGRAPH_BINS, PARAGRAPH_SALT)];
}

function joinWords(paragraphs: readonly FingerprintedParagraph[]): Uint32Array {
  const joined = new Uint32Array(paragraphs.reduce((sum, { words }) => sum + words.length, 0));
  let at = 0;
  for (const { words } of paragraphs) {
    joined.set(words, at);
    at += words.length;
  }
  return joined;
}

/**
 * The fingerprint of a parsed article: an exact key and MinHash keys of each paragraph of at least `minParagraphWords` words, keys
 * of the whole, and a key of each line. `toSource` maps spans of the document to spans of the original. Linear.
 */
export function fingerprintDocument(
  document: Document,
  toSource: (span: Span) => Span,
  minParagraphWords: number,
): ArticleFingerprint {
  const blocks = chooseBlocks(document);
  const paragraphs = blocks.map((block) => toParagraph(document, block, toSource));
  const long = paragraphs.filter(({ words }) => words.length >= minParagraphWords);
  const all = joinWords(paragraphs);
  const whole = all.length >= MIN_ARTICLE_WORDS ? minHashKeys(all, ARTICLE_BINS, ARTICLE_SALT) : [];
  return {
    version: VERSION,
    paragraphs,
    keys: [...new Set([...long.flatMap(paragraphKeys), ...whole])],
    lines: [...new Set(blocks.flatMap((block) => lineKey(document, block) ?? []))],
  };
}
