import type { Document, DocumentBlock } from '../../model/document.ts';
import { TOKEN_WORD } from '../../model/token-table.ts';

/** UTF-16 code units; shorter words are mostly of the kind that all texts share. */
const MIN_LENGTH = 5;
const MIN_CONTENT = 3;
/** Words of a paragraph, and paragraphs of a story. */
const PROSE_WORDS = 12;
const MIN_STORY = 3;
const MAX_COUNT = 255;
const LATIN_END = 0x250;

/** How the words of a line stand to those of the article around it. */
export interface Kinship {
  /** Content words of the line. */
  readonly words: number;
  /** Those of them that stand in other blocks too. */
  readonly shared: number;
  /** True when the line is written in another script than the article. */
  readonly isAlienScript: boolean;
}

function isContent({ tokens }: Document, row: number): boolean {
  return tokens.kinds[row] === TOKEN_WORD && (tokens.ends[row] ?? 0) - (tokens.starts[row] ?? 0) >= MIN_LENGTH;
}

function contentHashes(document: Document, from: number, to: number): readonly number[] {
  const hashes: number[] = [];
  for (let row = from; row < to; row++) if (isContent(document, row)) hashes.push(document.tokens.hashes[row] ?? 0);
  return hashes;
}

/** A power of two with room for eight times the words, so that few of them meet; at most a million. */
function tableSize(words: number): number {
  return 2 ** Math.min(20, Math.max(12, Math.ceil(Math.log2(words * 8 + 1))));
}

/** Words that begin with a Latin letter, less those that begin with another. */
function latinBalance({ tokens, text }: Document, from: number, to: number): number {
  let balance = 0;
  for (let row = from; row < to; row++) {
    if (tokens.kinds[row] === TOKEN_WORD) balance += text.charCodeAt(tokens.starts[row] ?? 0) < LATIN_END ? 1 : -1;
  }
  return balance;
}

interface ArticleWords {
  readonly blocks: ReadonlySet<DocumentBlock>;
  /** How often content words stand in the article, by the low bits of their hashes; saturated at 255. */
  readonly counts: Uint8Array;
  readonly balance: number;
}

/** The paragraphs and the title; in an article of short lines all of them. Adverts are left out. */
function pickStory(document: Document, isAdvert: (block: DocumentBlock) => boolean): readonly DocumentBlock[] {
  const lines = document.blocks.filter((block) => !isAdvert(block));
  const story = lines.filter((block) => block.words >= PROSE_WORDS || block.role === 'title');
  return story.length < MIN_STORY ? lines : story;
}

function gatherWords(document: Document, isAdvert: (block: DocumentBlock) => boolean): ArticleWords {
  const story = pickStory(document, isAdvert);
  const counts = new Uint8Array(tableSize(document.tokens.count));
  let balance = 0;
  for (const { tokenStart, tokenEnd } of story) {
    for (let row = tokenStart; row < tokenEnd; row++) {
      if (!isContent(document, row)) continue;
      const at = (document.tokens.hashes[row] ?? 0) & (counts.length - 1);
      counts[at] = Math.min((counts[at] ?? 0) + 1, MAX_COUNT);
    }
    balance += latinBalance(document, tokenStart, tokenEnd);
  }
  return { blocks: new Set(story), counts, balance };
}

/**
 * Compares rows `[from, to)` of a block with the rest of the article, adverts left out: an advert that comes twice is no
 * kin to itself. The article's words are gathered when first asked for. Linear.
 */
export function compareWithArticle(
  document: Document,
  isAdvert: (block: DocumentBlock) => boolean,
): (block: DocumentBlock, from: number, to: number) => Kinship {
  let article: ArticleWords | undefined;
  return (block, from, to) => {
    article ??= gatherWords(document, isAdvert);
    const { blocks, counts, balance } = article;
    const own = Map.groupBy(contentHashes(document, from, to), (hash) => hash);
    const itself = blocks.has(block) ? 1 : 0;
    const shared = [...own].filter(([hash, copies]) => (counts[hash & (counts.length - 1)] ?? 0) > copies.length * itself).length;
    return { words: own.size, shared, isAlienScript: latinBalance(document, from, to) * balance < 0 };
  };
}

/** No content word of the line stands in the article; a line of few words says nothing. */
export function isAlien({ words, shared }: Kinship): boolean {
  return words >= MIN_CONTENT && shared === 0;
}

/** Half of the content words or more stand in the article. */
export function isKin({ words, shared }: Kinship): boolean {
  return shared >= MIN_CONTENT && shared * 2 >= words;
}
