import type { CorpusMatches, KnownArticle } from '../../moderation/model/corpus-matches.ts';
import { unpackParagraphs } from './pack-paragraphs.ts';

/** Another article as the store keeps it. */
interface PackedArticle extends Omit<KnownArticle, 'paragraphs'> {
  /** By `packParagraphs`. */
  readonly paragraphs: Uint8Array;
}

/** What other articles share with one, as it is handed to a thread. */
export interface PackedMatches extends Omit<CorpusMatches, 'articles'> {
  readonly articles: readonly PackedArticle[];
}

export function unpackMatches({ articles, ...matches }: PackedMatches): CorpusMatches {
  return { ...matches, articles: articles.map((known) => ({ ...known, paragraphs: unpackParagraphs(known.paragraphs) })) };
}
