import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readQueue } from '../../../src/service/api/desk/queue/read-queue.ts';
import { fillResults } from '../../../src/service/relay/fill-results.ts';
import { countBulk } from '../../../src/service/review/bulk/list-bulk.ts';
import { readNext } from '../../../src/service/review/queue/read-next.ts';
import { purgeArticle } from '../../../src/service/store/purge-article.ts';
import { CLEAN, FLAGGED, LEAD, openReview, type TestReview } from '../review/open-review.ts';
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
    await test.pool.query(`UPDATE copydesk.articles SET kinds = '{}', rules = '{}', result_title = NULL, marked = false`);
    await purgeArticle(test.pool, test.log, purged);
    expect(await fillResults(test.pool, 2)).toBe(2);
    expect((await queuedOf(keys[2]?.articleId ?? ''))?.result_title).toBeNull();
    expect(await fillResults(test.pool, 2)).toBe(1);
    expect(await Promise.all(keys.map(({ articleId }) => queuedOf(articleId)))).toEqual(before);
    expect(await fillResults(test.pool, 2)).toBe(0);
    expect(await queuedOf(purged.articleId)).toEqual({ kinds: [], rules: [], result_title: '' });
    expect((await queuedOf(waiting.key.articleId))?.result_title).toBeNull();
  });

  /** The queue of a tenant by a kind or a rule, whoever asks for it. */
  const findBy = async (tenant: string, filter: { readonly kind?: string; readonly rule?: string }) => {
    const page = { limit: 50, facets: true };
    const { articles, facets } = await readQueue(test.pool, tenant, LEAD, { state: 'all', ...filter }, page);
    return {
      listed: articles.map(({ id }) => id).sort(),
      facet: facets?.kinds.find(({ value }) => value === 'hidden_text')?.count,
      bulk: (await countBulk(test.pool, tenant, LEAD, { state: 'desk', ...filter })).count,
      hasNext: (await readNext(test.pool, tenant, LEAD, { state: 'desk', ...filter })) !== undefined,
    };
  };
  const openTenant = async (tenant: string) => {
    await test.pool.query('INSERT INTO copydesk.tenants (id) VALUES ($1)', [tenant]);
    const keys = [await test.submit(FLAGGED, tenant), await test.submit(FLAGGED, tenant), await test.submit(CLEAN, tenant)];
    const [one, other, clean] = await Promise.all(keys.map(async ({ articleId }) => (await queuedOf(articleId))?.rules ?? []));
    const rule = one?.find((name) => other?.includes(name) && !clean?.includes(name)) ?? 'none';
    const listed = keys.slice(0, 2).map(({ articleId }) => articleId);
    return { tenant, rule, found: { listed: listed.sort(), facet: 2, bulk: 2, hasNext: true } };
  };
  /** As a store has them that was made before there were marks. */
  const unmark = async (tenant: string, set: string) => {
    await test.pool.query(`UPDATE copydesk.articles SET marked = false, ${set} WHERE tenant = $1`, [tenant]);
    await test.pool.query('DELETE FROM copydesk.marks WHERE tenant = $1', [tenant]);
  };
  const fillAll = async () => {
    while ((await fillResults(test.pool, 2)) > 0);
  };

  it('makes results of before they stood with their articles found by kind and by rule, in the queue, the next one and bulk decisions', async () => {
    const { tenant, rule, found } = await openTenant('old');
    await unmark(tenant, `kinds = '{}', rules = '{}', result_title = NULL`);
    await fillAll();
    expect(await findBy(tenant, { kind: 'hidden_text' })).toEqual(found);
    expect(await findBy(tenant, { rule })).toEqual(found);
    expect(await findBy(tenant, { kind: 'no_such_kind' })).toEqual({ listed: [], bulk: 0, hasNext: false });
  });

  it.each([
    ['that came before titles stood with them', 'untitled', 'result_title = NULL'],
    ['of which an earlier version wrote all but the marks', 'titled', 'result_title = result_title'],
  ])('lets results %s be found by their rows until the marks are written', async (_, name, set) => {
    const { tenant, rule, found } = await openTenant(name);
    await unmark(tenant, set);
    expect(await findBy(tenant, { kind: 'hidden_text' })).toEqual(found);
    expect(await findBy(tenant, { rule })).toEqual(found);
    await fillAll();
    expect(await findBy(tenant, { kind: 'hidden_text' })).toEqual(found);
    expect(await findBy(tenant, { rule })).toEqual(found);
  });
});
