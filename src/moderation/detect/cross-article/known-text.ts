import type { KnownArticle } from '../../model/corpus-matches.ts';
import { SHARED_SHINGLE_WORDS, shingleHash } from '../../text/shingle-hash.ts';

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
}

function indexShingles(words: ArrayLike<number>, enter: (shingle: number, word: number) => void): void {
  const last = Math.min(words.length, PLACES) - SHARED_SHINGLE_WORDS;
  for (let at = 0; at <= last; at++) enter(shingleHash(words, at), at);
}

// A memo of a pure function of an immutable article: cleaning goes in rounds.
const opened = new WeakMap<KnownArticle, KnownText>();

function indexArticle(article: KnownArticle): KnownText {
  const first = new Map<number, number>();
  const within = article.paragraphs.map(() => new Map<number, number>());
  for (const [at, paragraph] of article.paragraphs.entries()) {
    indexShingles(paragraph.words, (shingle, word) => {
      if (!first.has(shingle)) first.set(shingle, at * PLACES + word);
      const own = within[at];
      if (own && !own.has(shingle)) own.set(shingle, word);
    });
  }
  return {
    article,
    find: (shingle, paragraph) => {
      const word = within[paragraph]?.get(shingle);
      if (word !== undefined) return { paragraph, word };
      const place = first.get(shingle);
      return place === undefined ? undefined : { paragraph: Math.floor(place / PLACES), word: place % PLACES };
    },
  };
}

/** Indexes another article: first places of shingles in all of it, and in each paragraph. Linear. */
export function openKnownText(article: KnownArticle): KnownText {
  const text = opened.get(article) ?? indexArticle(article);
  opened.set(article, text);
  return text;
}
