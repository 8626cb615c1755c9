import { describe, expect, it } from 'vitest';
import { drawSizes, meanSize, SIZE_CLASSES, sizeAt } from '../../../bench/load/article-sizes.ts';
import { publishedArticle } from '../../../bench/load/published-article.ts';
import { randomSource } from '../../../bench/texts/random-source.ts';

function take(count: number, seed: number): readonly number[] {
  const sizes = drawSizes(randomSource(seed));
  return Array.from({ length: count }, () => sizes.next().value);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the sizes of articles', () => {
  it('are all of some class', () => {
    expect(SIZE_CLASSES.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
    expect(sizeAt(0)).toBe(2000);
    expect(sizeAt(1)).toBe(250_000);
  });

  it('have the stated mean, and the same mix in each two hundred', () => {
    const drawn = take(4000, 7);
    expect(mean(drawn) / meanSize()).toBeCloseTo(1, 1);
    for (let from = 0; from < drawn.length; from += 200) {
      const block = drawn.slice(from, from + 200);
      expect(block.filter((size) => size <= 9000)).toHaveLength(179);
      expect(block.filter((size) => size >= 150_000)).toHaveLength(1);
    }
  });

  it('come in another order for another seed', () => {
    expect(take(200, 1)).toEqual(take(200, 1));
    expect(take(200, 1)).not.toEqual(take(200, 2));
  });
});

describe('publishedArticle', () => {
  const articles = take(200, 3).map((size, at) => ({ size, article: publishedArticle(at, size) }));

  it('is about as long as asked, in three formats, no two alike', () => {
    for (const { size, article } of articles) expect(article.text.length).toBeLessThan(size * 1.3 + 1500);
    for (const { size, article } of articles) expect(article.text.length).toBeGreaterThan(size * 0.9);
    expect(new Set(articles.map(({ article }) => article.format))).toEqual(new Set(['text', 'markdown', 'html']));
    expect(new Set(articles.map(({ article }) => article.text)).size).toBe(articles.length);
  });

  it('is the same one for a number and a size', () => {
    expect(publishedArticle(5, 4000)).toEqual(publishedArticle(5, 4000));
    expect(publishedArticle(5, 4000).text).not.toBe(publishedArticle(6, 4000).text);
  });

  it('hardly repeats what others say: less than one in a hundred runs of six words is in two articles', () => {
    const runsOf = (text: string): ReadonlySet<string> => {
      const words = text.split(/\s+/u);
      return new Set(words.map((_, at) => words.slice(at, at + 6).join(' ')));
    };
    const texts = Array.from({ length: 40 }, (_, at) => publishedArticle(at, 6000)).filter(({ format }) => format === 'text');
    const seen = new Map<string, number>();
    for (const { text } of texts) for (const run of runsOf(text)) seen.set(run, (seen.get(run) ?? 0) + 1);
    expect(texts.length).toBeGreaterThan(5);
    expect([...seen.values()].filter((count) => count > 1).length / seen.size).toBeLessThan(0.01);
  });
});
