import { compareBlock, type SharedBlock } from './compare-block.ts';
import type { KnownText } from './known-text.ts';
import type { OwnBlock } from './own-block.ts';

/** The article in question beside another one. */
export interface Comparison {
  readonly known: KnownText;
  /** The last block of the article. */
  readonly last: OwnBlock | undefined;
  /** Blocks that share a shingle with it. */
  readonly blocks: readonly SharedBlock[];
  /** Words in shared shingles, and those of them that are free: neither quoted nor an insert of the source. */
  readonly shared: number;
  readonly sharedFree: number;
  readonly all: number;
  readonly free: number;
  /** Names and numbers that differ, paragraph for paragraph. */
  readonly changedFacts: number;
}

/** What the article had before the other one was known is its own. */
export type Since = (own: OwnBlock) => number;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Compares all blocks of an article with another article, but for those that it had first. */
export function compareArticle(own: readonly OwnBlock[], known: KnownText, since: Since): Comparison {
  const compared = own.filter((block) => since(block) >= known.article.order);
  const blocks = compared.flatMap((block) => compareBlock(block, known) ?? []);
  return {
    known,
    last: own.at(-1),
    blocks,
    shared: sum(blocks.map(({ shared }) => shared)),
    sharedFree: sum(blocks.map(({ sharedFree }) => sharedFree)),
    all: sum(own.map(({ words }) => words.length)),
    free: sum(own.map(({ free }) => sum([...free]))),
    changedFacts: sum(blocks.map(({ changedFacts }) => changedFacts)),
  };
}

/** Since when the article itself has each block: the first of its earlier revisions that holds it. */
export function findSince(own: readonly OwnBlock[], revisions: readonly KnownText[], minContainment: number): Since {
  const since = new Map<OwnBlock, number>();
  for (const revision of revisions) {
    for (const block of own) {
      const held = compareBlock(block, revision);
      if (!held || (!held.isExact && held.containment < minContainment)) continue;
      since.set(block, Math.min(revision.article.order, since.get(block) ?? Number.POSITIVE_INFINITY));
    }
  }
  return (block) => since.get(block) ?? Number.POSITIVE_INFINITY;
}
