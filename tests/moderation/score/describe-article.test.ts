import { describe, expect, it } from 'vitest';
import { describeArticle } from '../../../src/moderation/score/describe-article.ts';

describe('describeArticle', () => {
  const article = { id: 'a', text: '' };

  it('states the language of the text, and where that tells none the one that the markup declares', () => {
    const undetermined = { code: 'und', confidence: 0 };
    const english = { code: 'en', confidence: 0.7 };
    expect(describeArticle(article, { language: 'de' }, undetermined).language).toEqual({ code: 'de', confidence: 0 });
    expect(describeArticle(article, { language: 'de' }, english).language).toEqual(english);
    expect(describeArticle(article, {}, undetermined).language).toEqual(undetermined);
  });

  it('prefers the address that came with the article', () => {
    const stated = { url: 'https://quay.example/stated' };
    expect(describeArticle(article, stated, { code: 'und', confidence: 0 }).url).toBe(stated.url);
    expect(describeArticle({ ...article, url: 'https://quay.example/given' }, stated, { code: 'und', confidence: 0 }).url).toBe(
      'https://quay.example/given',
    );
  });
});
