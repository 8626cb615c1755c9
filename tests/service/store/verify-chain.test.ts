import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { processArticle } from '../../../src/service/processing/process-article.ts';
import type { ArticleKey } from '../../../src/service/store/article-key.ts';
import { openTestStore, type TestStore } from '../open-test-store.ts';
import { availableModes } from '../test-place.ts';
import { verifyChain } from './verify-chain.ts';

describe.each(availableModes())('the chain of events in the mode %s', (mode) => {
  let test: TestStore;
  let count = 0;

  beforeAll(async () => {
    test = await openTestStore(mode);
  }, 200_000);

  afterAll(() => test.close(), 200_000);

  async function addCleaned(): Promise<ArticleKey> {
    const { article } = await test.accept({ id: `chained ${count++}`, text: 'The council met at noon.' });
    await processArticle(test.processing, { key: article.key, traceId: '' }, 'm-0');
    return article.key;
  }

  it.each([
    ['nothing', 'number < 0', 'whole'],
    ['the last', 'number = 4', 'broken'],
    ['one in the middle', 'number = 2', 'broken'],
    ['all but the first', 'number > 1', 'broken'],
  ])('without the hash of %s', async (_, where, chain) => {
    const key = await addCleaned();
    await test.pool.query(`UPDATE copydesk.events SET hash = NULL WHERE article_id = $1 AND ${where}`, [key.articleId]);
    expect(await verifyChain(test.pool, key)).toBe(chain);
  });

  it('is not mended by one who changes an event, takes its hash away, and begins the chain anew after it', async () => {
    const key = await addCleaned();
    const { rows } = await test.pool.query<{ name: string }>(
      'SELECT name FROM copydesk.events WHERE article_id = $1 ORDER BY number',
      [key.articleId],
    );
    await test.pool.query(`UPDATE copydesk.events SET hash = NULL, data = '{}' WHERE article_id = $1 AND number = $2`, [
      key.articleId,
      rows.length,
    ]);
    await test.pool.query(`UPDATE copydesk.articles SET head = '' WHERE article_id = $1`, [key.articleId]);
    expect(await verifyChain(test.pool, key)).toBe('broken');
  });

  it('may begin after events that were written before there were chains', async () => {
    const key = await addCleaned();
    await test.pool.query('UPDATE copydesk.events SET hash = NULL WHERE article_id = $1', [key.articleId]);
    await test.pool.query(`UPDATE copydesk.articles SET head = '' WHERE article_id = $1`, [key.articleId]);
    expect(await verifyChain(test.pool, key)).toBe('whole');
  });
});
