import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillResults } from '../../../src/service/relay/fill-results.ts';
import { purgeArticle } from '../../../src/service/store/purge-article.ts';
import { FLAGGED, openReview, type TestReview } from '../review/open-review.ts';
import { availableModes } from '../test-place.ts';

interface Queued {
  readonly kinds: readonly string[];
  readonly rules: readonly string[];
  readonly result_title: string | null;
}

describe.each(availableModes())('fillResults in the mode %s', (mode) => {
  let test: TestReview;

  beforeAll(async () => {
    test = await openReview(mode);
  }, 200_000);

  afterAll(() => test.close(), 200_000);

  const queuedOf = async (articleId: string) => {
    const { rows } = await test.pool.query<Queued>(
      'SELECT kinds, rules, result_title FROM copydesk.articles WHERE article_id = $1',
      [articleId],
    );
    return rows[0];
  };

  it('gives older results what newer ones have, some at a time, and goes on where it was', async () => {
    const keys = [await test.submit(FLAGGED), await test.submit(FLAGGED), await test.submit(FLAGGED)];
    const purged = await test.submit(FLAGGED);
    const { article: waiting } = await test.accept({ id: 'waiting', text: 'The harbour council of Merrow met.' }, 'hooked');
    const before = await Promise.all(keys.map(({ articleId }) => queuedOf(articleId)));
    expect(before[0]?.kinds).toContain('hidden_text');
    expect(before[0]?.result_title).toBe('Pilots of Merrow meet the council');
    // As a store of an earlier version has them.
    await test.pool.query(`UPDATE copydesk.articles SET kinds = '{}', rules = '{}', result_title = NULL`);
    await purgeArticle(test.pool, test.log, purged);
    expect(await fillResults(test.pool, 2)).toBe(2);
    expect((await queuedOf(keys[2]?.articleId ?? ''))?.result_title).toBeNull();
    expect(await fillResults(test.pool, 2)).toBe(1);
    expect(await Promise.all(keys.map(({ articleId }) => queuedOf(articleId)))).toEqual(before);
    expect(await fillResults(test.pool, 2)).toBe(0);
    expect(await queuedOf(purged.articleId)).toEqual({ kinds: [], rules: [], result_title: '' });
    expect((await queuedOf(waiting.key.articleId))?.result_title).toBeNull();
  });
});
