import type { Article } from '../../src/index.ts';
import { type RandomSource, randomSource } from '../texts/random-source.ts';
import { drawSizes } from './article-sizes.ts';
import { type PreparedArticle, prepareArticle } from './loaded-desk.ts';
import { publishedArticle } from './published-article.ts';

/** One of so many is an article that another source had before. */
const SYNDICATED = 20;
/** How many of the last ones it may be. */
const MEMORY = 50;

/** Articles to be sent, each once, the same ones in each run. */
export class ArticleSource {
  readonly #random: RandomSource = randomSource(20_260);
  readonly #sizes = drawSizes(this.#random);
  readonly #last: Article[] = [];
  #next = 0;

  /** The next ones, ready to be sent. */
  take(count: number): PreparedArticle[] {
    return Array.from({ length: count }, () => this.takeOne());
  }

  takeOne(): PreparedArticle {
    const own = publishedArticle(this.#next++, this.#sizes.next().value);
    const earlier = this.#last[this.#random.below(SYNDICATED * this.#last.length)];
    if (earlier) return prepareArticle({ ...earlier, id: own.id, source: 'wire' });
    this.#last.push(own);
    if (this.#last.length > MEMORY) this.#last.shift();
    return prepareArticle(own);
  }

  /** From 0 to below 1. */
  readonly draw = (): number => this.#random.below(2 ** 30) / 2 ** 30;
}
