import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { listDeliveries } from '../../../src/service/delivery/list-deliveries.ts';
import { acceptArticle } from '../../../src/service/intake/accept-article.ts';
import { availableModes } from '../test-place.ts';
import { type Decided, decide, decideArticle } from './decide-article.ts';
import { type DeliveryPlace, openDeliveryPlace } from './open-delivery-place.ts';

describe.each(availableModes())('the feed in the mode %s', (mode) => {
  let at: DeliveryPlace;
  beforeAll(async () => {
    at = await openDeliveryPlace(mode);
  }, 200_000);
  afterAll(() => at.close(), 200_000);

  const idsAfter = async (tenant: string, after = '0') => {
    const { deliveries, next } = await listDeliveries(at, { tenant, after, limit: 100 });
    return { ids: deliveries.map(({ id }) => id), next };
  };

  it('gives pages in order, and the same bytes that a webhook would get', async () => {
    await at.setWebhook(null, 'pages');
    const decided: Decided[] = [];
    for (let index = 0; index < 7; index++) decided.push(await decideArticle(at.pool, at.log, `p-${index}`, { tenant: 'pages' }));
    await decideArticle(at.pool, at.log, 'other', { tenant: 'default' });
    const seen: string[] = [];
    let after = '0';
    for (;;) {
      const page = await listDeliveries(at, { tenant: 'pages', after, limit: 3, withBodies: true });
      seen.push(...page.deliveries.map(({ id }) => id));
      for (const { body, articleId, externalId, state } of page.deliveries) {
        expect(JSON.parse(body ?? '')).toMatchObject({ data: { id: articleId, externalId, result: { made: 'by hand' } } });
        expect(state).toBe('available');
      }
      if (page.deliveries.length === 0) break;
      after = page.next;
    }
    expect(seen).toEqual(decided.map(({ delivery }) => delivery));
    expect((await listDeliveries(at, { tenant: 'pages', after, limit: 3 })).next).toBe(after);
  });

  it('names a result of more than 1 MB by its address', async () => {
    await at.setWebhook(null, 'large');
    const long = (characters: number) => JSON.stringify({ text: 'Ω'.repeat(characters / 2) });
    const large = await decideArticle(at.pool, at.log, 'l-1', { tenant: 'large', json: long(1_048_576) });
    const { delivery } = await decideArticle(at.pool, at.log, 'l-2', { tenant: 'large', json: long(1_048_560) });
    const { deliveries } = await listDeliveries(at, { tenant: 'large', limit: 10, withBodies: true });
    expect(JSON.parse(deliveries[0]?.body ?? '').data).toMatchObject({
      result: null,
      resultUrl: `/v1/deliveries/${large.delivery}/result`,
      score: 97.25,
    });
    expect(deliveries[1]?.id).toBe(delivery);
    expect(JSON.parse(deliveries[1]?.body ?? '').data.result.text).toHaveLength(524_280);
  });

  it('leaves out what was withdrawn, and holds nothing up for what is held back', async () => {
    await at.setWebhook(null, 'held');
    const ids: string[] = [];
    for (const name of ['h-1', 'h-2', 'h-3', 'h-4'])
      ids.push((await decideArticle(at.pool, at.log, name, { tenant: 'held' })).delivery);
    await at.pool.query(`UPDATE copydesk.deliveries SET state = 'cancelled' WHERE id = $1`, [ids[1]]);
    await at.pool.query(`UPDATE copydesk.deliveries SET state = 'held', due_at = now() + interval '1 hour' WHERE id = $1`, [
      ids[2],
    ]);
    const read = await idsAfter('held');
    expect(read.ids).toEqual([ids[0], ids[3]]);
    await at.pool.query(`UPDATE copydesk.deliveries SET due_at = now() WHERE id = $1`, [ids[2]]);
    const { deliveries } = await listDeliveries(at, { tenant: 'held', limit: 10 });
    expect(deliveries.map(({ id }) => id)).toEqual([ids[0], ids[3], ids[2]]);
    expect(deliveries[2]?.state).toBe('available');
    expect((await idsAfter('held', read.next)).ids).toEqual([ids[2]]);
    const cancelled = await listDeliveries(at, { tenant: 'held', limit: 10, state: 'cancelled' });
    expect(cancelled.deliveries.map(({ id }) => id)).toEqual([ids[1]]);
  });

  // The embedded database has one session: there two transactions cannot overlap.
  it.each(mode === 'embedded' ? [] : [mode])('never passes over a decision that is committed late', async () => {
    await at.setWebhook(null, 'late');
    const clients = [await at.pool.connect(), await at.pool.connect()] as const;
    const begin = async (index: 0 | 1, id: string) => {
      const { article } = await acceptArticle(at.pool, at.log, { id, text: id }, 'late');
      await clients[index].query('BEGIN');
      return decide(clients[index], article, 'article.accepted', '{}');
    };
    onTestFinished(() => {
      for (const client of clients) client.release(true);
    });
    const slow = await begin(0, 'slow');
    const quick = await begin(1, 'quick');
    await clients[1].query('COMMIT');
    expect((await idsAfter('late')).ids).toEqual([]);
    const third = await begin(1, 'third');
    await clients[0].query('COMMIT');
    const first = await idsAfter('late');
    expect(first.ids).toEqual([slow, quick]);
    await clients[1].query('ROLLBACK');
    const fourth = (await decideArticle(at.pool, at.log, 'fourth', { tenant: 'late' })).delivery;
    expect((await idsAfter('late', first.next)).ids).toEqual([fourth]);
    expect(third).not.toBe(fourth);
  });

  it.each(mode === 'embedded' ? [] : [mode])(
    'shows each of many decisions once to a reader who asks all the while',
    async () => {
      await at.setWebhook(null, 'many');
      const seen: string[] = [];
      let after = '0';
      let isDone = false;
      async function follow(): Promise<void> {
        for (;;) {
          const wasDone = isDone;
          const { ids, next } = await idsAfter('many', after);
          seen.push(...ids);
          after = next;
          if (wasDone && ids.length === 0) return;
        }
      }
      const following = follow();
      const writers = Array.from({ length: 8 }, async (_, writer) => {
        const ids: string[] = [];
        for (let index = 0; index < 15; index++)
          ids.push((await decideArticle(at.pool, at.log, `m-${writer}-${index}`, { tenant: 'many' })).delivery);
        return ids;
      });
      const written = (await Promise.all(writers)).flat();
      isDone = true;
      await following;
      expect(seen.length).toBe(120);
      expect(new Set(seen)).toEqual(new Set(written));
    },
    60_000,
  );
});
