import type { FingerprintedParagraph } from '../../model/article-fingerprint.ts';
import type { Span } from '../../model/span.ts';
import { SHARED_SHINGLE_WORDS, shingleHash } from '../../text/shingle-hash.ts';
import type { KnownPlace, KnownText } from './known-text.ts';
import type { OwnBlock } from './own-block.ts';

/** What a block shares with another article. */
export interface SharedBlock {
  readonly own: OwnBlock;
  /** Words that stand in a shared shingle, all of them and those that are free. */
  readonly shared: number;
  readonly sharedFree: number;
  readonly free: number;
  /** Share of the block's shingles that stand in the paragraph that holds most of them. */
  readonly containment: number;
  /** Index of that paragraph of the other article. */
  readonly paragraph: number;
  /** Where the shared words of that paragraph stand in the other article's original. */
  readonly place: Span;
  /** The words of both are the same. */
  readonly isExact: boolean;
  /** Numbers and names that differ: the fewer of those that only one of the two has. */
  readonly changedFacts: number;
}

interface Hits {
  readonly covered: Uint8Array;
  /** The place of the shingle at each word; `undefined` where it is not shared. */
  readonly places: readonly (KnownPlace | undefined)[];
}

function findHits({ words }: OwnBlock, known: KnownText): Hits {
  const covered = new Uint8Array(words.length);
  const places: (KnownPlace | undefined)[] = [];
  let paragraph = -1;
  for (let at = 0; at + SHARED_SHINGLE_WORDS <= words.length; at++) {
    const place = known.find(shingleHash(words, at), paragraph);
    places.push(place);
    if (!place) continue;
    paragraph = place.paragraph;
    covered.fill(1, at, at + SHARED_SHINGLE_WORDS);
  }
  return { covered, places };
}

function findMostHit(places: Hits['places']): { readonly paragraph: number; readonly hits: number } {
  const counts = new Map<number, number>();
  for (const place of places) if (place) counts.set(place.paragraph, (counts.get(place.paragraph) ?? 0) + 1);
  let most = { paragraph: -1, hits: 0 };
  for (const [paragraph, hits] of counts) if (hits > most.hits) most = { paragraph, hits };
  return most;
}

function findPlace(paragraph: FingerprintedParagraph, index: number, places: Hits['places']): Span {
  let first = paragraph.words.length;
  let last = 0;
  for (const place of places) {
    if (place?.paragraph !== index) continue;
    first = Math.min(first, place.word);
    last = Math.max(last, place.word + SHARED_SHINGLE_WORDS - 1);
  }
  const startOf = (word: number): number => paragraph.start + (paragraph.starts[word] ?? 0);
  return { start: startOf(first), end: startOf(last) + (paragraph.lengths[last] ?? 0) };
}

function countNewFacts(words: Uint32Array, facts: Uint8Array, isKnown: (word: number) => boolean): number {
  let count = 0;
  for (let at = 0; at < words.length; at++) if (facts[at] === 1 && !isKnown(words[at] ?? 0)) count++;
  return count;
}

function countChangedFacts({ words, facts }: OwnBlock, other: FingerprintedParagraph): number {
  const mine = new Set(words);
  const others = new Set(other.words);
  return Math.min(
    countNewFacts(words, facts, (word) => others.has(word)),
    countNewFacts(other.words, other.facts, (word) => mine.has(word)),
  );
}

function isSame(a: Uint32Array, b: Uint32Array): boolean {
  return a.length === b.length && a.every((word, at) => word === b[at]);
}

/**
 * Compares a block with another article by its 3-word shingles; `undefined`: it shares none. Costs the length of the block and of one paragraph.
 */
export function compareBlock(own: OwnBlock, known: KnownText): SharedBlock | undefined {
  if (!known.isShared) return undefined;
  const { words, free } = own;
  const { covered, places } = findHits(own, known);
  const { paragraph, hits } = findMostHit(places);
  const other = known.article.paragraphs[paragraph];
  if (!other) return undefined;
  const count = (isCounted: (at: number) => boolean): number => words.reduce((sum, _, at) => sum + (isCounted(at) ? 1 : 0), 0);
  return {
    own,
    shared: count((at) => covered[at] === 1),
    sharedFree: count((at) => covered[at] === 1 && free[at] === 1),
    free: count((at) => free[at] === 1),
    containment: hits / places.length,
    paragraph,
    place: findPlace(other, paragraph, places),
    isExact: isSame(words, other.words),
    changedFacts: countChangedFacts(own, other),
  };
}
