import { describe, expect, it } from 'vitest';
import { type Amendment, type Article, fingerprintArticle, loadRuleset, moderate } from '../../../src/index.ts';
import { keepArticles } from '../../../src/service/processing/keep-articles.ts';

const context = { ruleset: loadRuleset() };
const ADVERT = 'Use code TOWER20 at checkout to get 20% off your first order at lampshop.example/?ref=882!';
const articleOf = (number: number, more = ''): Article => ({
  id: 'a',
  text: `Pilots of Merrow vote\n\nThe council met on day ${number} to hear what the pilots wanted.\n\n${ADVERT}\n\nThey left at four.${more}`,
});

function amend(article: Article): readonly Amendment[] {
  const start = article.text.indexOf(ADVERT);
  return [{ id: 'a', kind: 'restore', start, end: start + ADVERT.length }];
}

describe('keepArticles', () => {
  it('reads an article once, while it is remembered, and tells others apart', () => {
    const kept = keepArticles();
    const read = kept.read(articleOf(1), context);
    expect(read).toEqual(fingerprintArticle(articleOf(1), context));
    expect(kept.read(articleOf(1), context)).toBe(read);
    expect(kept.read(articleOf(2), context)).not.toEqual(read);
    expect(kept.read({ ...articleOf(1), title: 'Another title' }, context)).not.toBe(read);
    const others = { ruleset: { ...context.ruleset, version: 'other' } };
    expect(kept.read(articleOf(1), others)).not.toBe(read);
  });

  it('opens it once for a corpus, and gives what is made without it', () => {
    const kept = keepArticles();
    const article = articleOf(1);
    const corpus = { recurringLines: {}, articles: [], snapshot: { fingerprints: 'f/1', asOf: 4, days: 30 } };
    const opened = kept.open(article, context);
    expect(kept.open(article, context)).toBe(opened);
    expect(kept.open(article, { ...context, corpus })).not.toBe(opened);
    for (const more of [{}, { corpus }]) {
      const own = { ...context, ...more };
      for (const amendments of [[], amend(article), []]) {
        const result = kept.open(article, own).moderate(amendments);
        expect(result).toEqual(moderate(article, { ...own, amendments }));
      }
    }
  });

  it.each([
    ['many articles', 24, ''],
    ['long articles', 2, 'x '.repeat(400_000)],
  ])('forgets the oldest of %s', (_, most, more) => {
    const kept = keepArticles();
    const read = Array.from({ length: most }, (__, number) => kept.read(articleOf(number, more), context));
    const [first, second] = read;
    const isLong = more !== '';
    // The first is used again, so the second is the oldest.
    if (!isLong) {
      expect(kept.read(articleOf(0, more), context)).toBe(first);
      kept.read(articleOf(most, more), context);
      expect(kept.read(articleOf(0, more), context)).toBe(first);
      expect(kept.read(articleOf(1, more), context)).not.toBe(second);
    } else {
      expect(kept.read(articleOf(1, more), context)).toBe(second);
      expect(kept.read(articleOf(0, more), context)).not.toBe(first);
    }
  });
});
