import type { Article } from '../../src/index.ts';
import { articleText } from '../texts/article-text.ts';

const LEAST = 1000;
/** The longest are so much longer than the shortest. */
const TIMES = 10;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** An invented article, always the same for a number: 1,000 to 10,000 UTF-16 code units, as many below 3,200 as above, no two of a thousand alike. */
export function mixedArticle(number: number): Article {
  const size = Math.round(LEAST * TIMES ** ((number * GOLDEN) % 1));
  return { id: `mixed-${number}`, source: `bench-${number % 7}`, title: 'A bench', text: articleText(size) };
}
