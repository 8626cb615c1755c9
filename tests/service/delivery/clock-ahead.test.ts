import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDecision } from '../../../src/service/processing/create-decision.ts';
import { changeArticle } from '../../../src/service/store/change-article.ts';
import { openTestStore, type TestStore } from '../open-test-store.ts';
import { availableModes } from '../test-place.ts';

const HOUR_MS = 3_600_000;

describe.each(availableModes())('a decision in the mode %s', (mode) => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore(mode);
  }, 200_000);
  afterAll(() => test.close(), 200_000);

  it.each([
    ['ahead', HOUR_MS],
    ['behind', -HOUR_MS],
  ])('is due now, and given up after a day, by a worker whose clock is an hour %s', async (name, ms) => {
    const { article } = await test.accept({ id: name, text: 'The harbour council met.' });
    const now = new Date(Date.now() + ms);
    const started = { name: 'processing.started', data: { attempt: 1 } } as const;
    const begun = await changeArticle(test.pool, { article, events: [started] }, now);
    if (!begun) throw new Error('the article was not begun');
    const { type, ...delivery } = createDecision('article.dead', 'pull');
    const failed = { name: 'processing.failed', data: { attempt: 1, code: 'deadline', final: true, delivery } } as const;
    await changeArticle(test.pool, { article: begun, events: [failed], decision: { ...delivery, type } }, now);
    const { rows } = await test.pool.query<{ due: number; left: number }>(
      `SELECT extract(epoch FROM due_at - now())::float8 AS due, extract(epoch FROM give_up_at - now())::float8 AS left
         FROM copydesk.deliveries WHERE article_id = $1`,
      [article.key.articleId],
    );
    expect(rows).toHaveLength(1);
    expect(Math.abs(rows[0]?.due ?? Number.NaN)).toBeLessThan(60);
    expect(Math.abs((rows[0]?.left ?? Number.NaN) - 86_400)).toBeLessThan(60);
  });
});
