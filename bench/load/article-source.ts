import { type RandomSource, randomSource } from '../random-source.ts';
import { drawSizes } from './article-sizes.ts';
import { type PreparedArticle, prepareArticle } from './loaded-desk.ts';
import { publishedArticle } from './published-article.ts';

/** Articles to be sent, each once. */
export class ArticleSource {
  readonly #random: RandomSource = randomSource(20_260);
  readonly #sizes = drawSizes(this.#random);
  #next = 0;

  /** The next ones, ready to be sent. */
  take(count: number): PreparedArticle[] {
    return Array.from({ length: count }, () => this.takeOne());
  }

  takeOne(): PreparedArticle {
    return prepareArticle(publishedArticle(this.#next++, this.#sizes.next().value));
  }

  /** From 0 to below 1. */
  readonly draw = (): number => this.#random.below(2 ** 30) / 2 ** 30;
}
