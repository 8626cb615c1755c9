import type { KnownArticle } from '../../model/corpus-matches.ts';
import { SHARED_SHINGLE_WORDS, shingleHash } from '../../text/shingle-hash.ts';
import type { ShingleFilter } from './shingle-filter.ts';

/** Words of a paragraph that a place can count to. */
const PLACES = 0x10000;

/** Where a shingle of another article first stands. */
export interface KnownPlace {
  readonly paragraph: number;
  readonly word: number;
}

/** Another article, open to questions. */
export interface KnownText {
  readonly article: KnownArticle;
  /** Where a shingle stands; `paragraph` is asked first, because neighbours come from one. */
  readonly find: (shingle: number, paragraph: number) => KnownPlace | undefined;
  /** Whether any shingle of the article in question stands in it. */
  readonly isShared: boolean;
}

/** Indexes another article: first places of shingles in all of it, and in each paragraph; only of those that are `wanted`. Linear. */
export function openKnownText(article: KnownArticle, wanted: ShingleFilter): KnownText {
  const first = new Map<number, number>();
  const within: (Map<number, number> | undefined)[] = [];
  for (const [at, { words }] of article.paragraphs.entries()) {
    const last = Math.min(words.length, PLACES) - SHARED_SHINGLE_WORDS;
    for (let word = 0; word <= last; word++) {
      const shingle = shingleHash(words, word);
      if (!wanted.mayHave(shingle)) continue;
      if (!first.has(shingle)) first.set(shingle, at * PLACES + word);
      within[at] ??= new Map();
      if (!within[at].has(shingle)) within[at].set(shingle, word);
    }
  }
  return {
    article,
    find: (shingle, paragraph) => {
      const word = within[paragraph]?.get(shingle);
      if (word !== undefined) return { paragraph, word };
      const place = first.get(shingle);
      return place === undefined ? undefined : { paragraph: Math.floor(place / PLACES), word: place % PLACES };
    },
    isShared: first.size > 0,
  };
}
