import { Buffer } from 'node:buffer';
import type { Article } from '../../moderation/model/article.ts';

/** Articles of a request, and the bytes that they may have together: well under what a desk takes by default, 32 MB. */
const MOST_ARTICLES = 100;
const MOST_BYTES = 4 * 1024 * 1024;

/** An article with its place in the list of all. */
export interface PlacedArticle {
  readonly place: number;
  readonly article: Article;
  readonly bytes: number;
}

export function placeArticle(place: number, article: Article): PlacedArticle {
  return { place, article, bytes: Buffer.byteLength(JSON.stringify(article)) };
}

/** Collects articles until a batch is full. An article that is too large for any batch is one by itself. */
export class BatchCollector {
  private articles: PlacedArticle[] = [];
  private bytes = 0;

  /** The batch that has to go before this article is added, if it does not fit any more. */
  add(next: PlacedArticle): readonly PlacedArticle[] {
    const isFull = this.articles.length >= MOST_ARTICLES || this.bytes + next.bytes > MOST_BYTES;
    const full = isFull ? this.take() : [];
    this.articles.push(next);
    this.bytes += next.bytes;
    return full;
  }

  /** All that was collected; may be empty. */
  take(): readonly PlacedArticle[] {
    const { articles } = this;
    this.articles = [];
    this.bytes = 0;
    return articles;
  }
}
