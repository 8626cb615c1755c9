import { readTaggedSentences } from '../data/read-tagged-sentences.ts';
import { buildCleanArticle } from './build-clean-article.ts';
import type { CleanArticle } from './clean-article.ts';
import { toParagraphs } from './to-paragraphs.ts';

/** The documents of WikiGold, their sentences joined. Throws `DataError`. */
export function readWikiArticles(folder: string): readonly CleanArticle[] {
  const byDocument = Map.groupBy(readTaggedSentences(folder, 'wikigold'), ({ record }) => record.doc);
  return [...byDocument.values()].map((sentences) => {
    const paragraphs = toParagraphs(sentences.map(({ record }) => record.text));
    return buildCleanArticle('entities/wikigold.jsonl.gz', sentences[0]?.line ?? 0, paragraphs);
  });
}
