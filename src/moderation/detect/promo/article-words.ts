import type { Document, DocumentBlock } from '../../model/document.ts';
import { TOKEN_WORD } from '../../model/token-table.ts';

/** UTF-16 code units; shorter words are mostly of the kind that all texts share. */
const MIN_LENGTH = 5;
const MIN_CONTENT = 3;
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

function contentHashes({ tokens }: Document, from: number, to: number): readonly number[] {
  const hashes: number[] = [];
  for (let row = from; row < to; row++) {
    const length = (tokens.ends[row] ?? 0) - (tokens.starts[row] ?? 0);
    if (tokens.kinds[row] === TOKEN_WORD && length >= MIN_LENGTH) hashes.push(tokens.hashes[row] ?? 0);
  }
  return hashes;
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
  /** How often each content word stands in the article, adverts left out. */
  readonly counts: ReadonlyMap<number, number>;
  readonly balance: number;
}

function gatherWords(document: Document, isAdvert: (block: DocumentBlock) => boolean): ArticleWords {
  const counts = new Map<number, number>();
  let balance = 0;
  for (const block of document.blocks) {
    if (isAdvert(block)) continue;
    for (const hash of contentHashes(document, block.tokenStart, block.tokenEnd)) counts.set(hash, (counts.get(hash) ?? 0) + 1);
    balance += latinBalance(document, block.tokenStart, block.tokenEnd);
  }
  return { counts, balance };
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
    const { counts, balance } = article;
    const own = Map.groupBy(contentHashes(document, from, to), (hash) => hash);
    const itself = isAdvert(block) ? 0 : 1;
    const shared = [...own].filter(([hash, copies]) => (counts.get(hash) ?? 0) > copies.length * itself).length;
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
