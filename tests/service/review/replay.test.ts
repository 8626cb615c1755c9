import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAppeal } from '../../../src/service/review/appeals/open-appeal.ts';
import { claimArticle } from '../../../src/service/review/claim-article.ts';
import { undoDecision } from '../../../src/service/review/undo-decision.ts';
import type { ArticleKey } from '../../../src/service/store/article-key.ts';
import { readArticle } from '../../../src/service/store/read-article.ts';
import { replayArticle } from '../../../src/service/store/replay-article.ts';
import { expectFold } from '../open-test-desk.ts';
import { availableModes } from '../test-place.ts';
import { ANN, FLAGGED, OWNER, openReview, type TestReview } from './open-review.ts';

/** Shares no line with the others, so that the machine accepts it. */
const PLAIN =
  '<article><h1>The orchard of Tolm</h1><p>The growers of Tolm picked their first apples on Friday and will sell them in the square.</p></article>';

describe.each(availableModes())('a replay in the mode %s', (mode) => {
  let test: TestReview;

  beforeAll(async () => {
    test = await openReview(mode);
  }, 200_000);

  afterAll(() => test.close(), 200_000);

  it.each([
    ['decided', FLAGGED, (key: ArticleKey) => test.decide(ANN, key, 'rejected')],
    ['claimed', FLAGGED, (key: ArticleKey) => claimArticle(test, ANN, key)],
    ['appealed against', PLAIN, (key: ArticleKey) => openAppeal(test, OWNER, key, 'It is an advert.')],
  ] as const)('leaves what people have %s to whoever may overrule them', async (_, text, touch) => {
    const key = await test.submit(text);
    await touch(key);
    const before = await readArticle(test.pool, key);
    await expect(replayArticle(test.pool, test.log, key)).rejects.toMatchObject({ code: 'decided' });
    expect(await readArticle(test.pool, key)).toEqual(before);
    const replayed = await replayArticle(test.pool, test.log, key, { overrules: true });
    expect(replayed?.state).toMatchObject({ review: 'none', claimant: null, run: 2 });
    await expectFold(test.pool, key);
  });

  it('is free again when the claim is over, or the decision undone and given back', async () => {
    const key = await test.submit(FLAGGED);
    await test.decide(ANN, key, 'rejected');
    await undoDecision(test, ANN, key);
    await expect(replayArticle(test.pool, test.log, key)).rejects.toMatchObject({ code: 'decided' });
    await test.pool.query('UPDATE copydesk.leases SET until = now() WHERE article_id = $1', [key.articleId]);
    expect((await replayArticle(test.pool, test.log, key))?.state.run).toBe(2);
    expect((await test.namesOf(key)).slice(-2)).toEqual(['review.lease_expired', 'article.replayed']);
    await expectFold(test.pool, key);
  });
});
