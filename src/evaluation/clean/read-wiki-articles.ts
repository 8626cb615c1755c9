import { readTaggedSentences } from '../data/read-tagged-sentences.ts';
import { buildCleanArticle } from './build-clean-article.ts';
import type { CleanArticle } from './clean-article.ts';
import { toParagraphs } from './to-paragraphs.ts';

const FILE = 'entities/wikigold.jsonl.gz';
/** Sentences; the data does not say where one article ends and the next begins. */
const PER_ARTICLE = 25;

/** The sentences of WikiGold as articles of 25. Throws `DataError`. */
export function readWikiArticles(folder: string): readonly CleanArticle[] {
  const sentences = readTaggedSentences(folder, 'wikigold');
  const articles: CleanArticle[] = [];
  for (let at = 0; at < sentences.length; at += PER_ARTICLE) {
    const texts = sentences.slice(at, at + PER_ARTICLE).map(({ record }) => record.text);
    articles.push(buildCleanArticle(FILE, sentences[at]?.line ?? 0, toParagraphs(texts)));
  }
  return articles;
}
