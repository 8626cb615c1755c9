import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CANARY, expectLogContract } from '../open-test-desk.ts';
import { availableModes } from '../test-place.ts';
import { openTestApi, type TestApi } from './open-test-api.ts';

const TEXT = `The harbour council of Merrow met at noon on Monday to hear what the pilots wanted. ${CANARY}`;

describe.each(availableModes())('POST /v1/articles in the mode %s', (mode) => {
  let api: TestApi;
  const submit = (body: unknown, headers: Record<string, string> = {}) => api.call('/v1/articles', { body, headers });

  beforeAll(async () => {
    api = await openTestApi(mode);
  }, 200_000);

  afterAll(async () => {
    await api.desk.close();
    expectLogContract(api.place);
    await api.place.remove();
  }, 200_000);

  it('takes an article in and says where it stands', async () => {
    const { status, json, headers } = await submit({ id: 'one', source: 'gazette', text: TEXT });
    expect(status).toBe(202);
    expect(json).toMatchObject({ revision: 1, externalId: 'one', source: 'gazette', status: 'pending', isNew: true });
    expect(headers.get('location')).toBe(json.url);
    expect(headers.get('retry-after')).toBe('1');
    await expect.poll(async () => (await api.call(`${json.url}`)).json.status, { timeout: 60_000 }).toBe('accepted');
    const { json: state } = await api.call(`/v1/articles/${json.id}`);
    expect(state.result).toMatchObject({ text: TEXT, article: { id: 'one' } });
    const names = (state.history as { name: string }[]).map(({ name }) => name);
    expect(names).toEqual(['article.received', 'article.queued', 'processing.started', 'article.cleaned', 'article.accepted']);
    expect(state.deliveries).toHaveLength(1);
  });

  it('waits for the result when it is asked to', async () => {
    const { status, json, headers } = await submit({ id: 'waited', text: TEXT }, { prefer: 'respond-async, wait=20' });
    expect(status).toBe(200);
    expect(headers.get('preference-applied')).toBe('wait=20');
    expect(json).toMatchObject({
      status: 'accepted',
      isNew: true,
      result: { schema: 'copydesk.moderated-article/1', text: TEXT },
    });
  });

  it('answers the same article again with 200, other content with the next revision', async () => {
    const first = await submit({ id: 'again', text: TEXT });
    const same = await submit({ text: TEXT, id: 'again' });
    expect([same.status, same.json.id, same.json.revision, same.json.isNew]).toEqual([200, first.json.id, 1, false]);
    const other = await submit({ id: 'again', text: `${TEXT} More.` });
    expect([other.status, other.json.id, other.json.revision, other.json.isNew]).toEqual([202, first.json.id, 2, true]);
    const { json } = await api.call(`/v1/articles/${first.json.id}?revision=1`);
    expect([json.status, json.revisions]).toEqual(['superseded', [1, 2]]);
    const conflict = await submit({ id: 'again', text: 'Something else.', revision: 1 });
    expect([conflict.status, conflict.json.code]).toEqual([409, 'revision_conflict']);
  });

  it('says that a revision which comes after a newer one is superseded', async () => {
    const first = await submit({ id: 'late', text: TEXT, revision: 5 });
    const { status, json, headers } = await submit({ id: 'late', text: `${TEXT} Before.`, revision: 4 }, { prefer: 'wait=5' });
    expect([status, json.id, json.revision, json.isNew, json.status]).toEqual([200, first.json.id, 4, true, 'superseded']);
    expect(headers.get('retry-after')).toBeNull();
    const again = await submit({ id: 'late', text: `${TEXT} Before.`, revision: 4 });
    expect([again.status, again.json.isNew, again.json.status]).toEqual([200, false, 'superseded']);
  });

  // Each text is as long in UTF-8 as its characters allow, and none of them can be compressed by PostgreSQL: the indexes hold little.
  const scattered = (length: number, from: number, to: number) =>
    Array.from({ length }, (_, index) => String.fromCodePoint(from + ((index * 7919 + length) % (to - from)))).join('');

  it.each([
    ['Cyrillic', scattered(300, 0x400, 0x52f), scattered(200, 0x400, 0x52f)],
    ['Chinese', scattered(300, 0x4e00, 0x9fff), scattered(200, 0x4e00, 0x9fff)],
    ['emoji', scattered(150, 0x1f300, 0x1f5ff), scattered(100, 0x1f300, 0x1f5ff)],
    ['half pairs', '\ud800'.repeat(300), 'half'],
  ])('takes the longest source and id there can be, of %s, and no longer one', async (script, source, id) => {
    const fits = await submit({ articles: [{ id, source, text: TEXT }] });
    expect([fits.status, fits.json]).toMatchObject([202, { articles: [{ status: 'pending', isNew: true }] }]);
    for (const length of [301, 2000]) {
      const batch = await submit({
        articles: [
          { id, source: scattered(length, 0x400, 0x9fff), text: TEXT },
          { id: `beside ${script} ${length}`, text: TEXT },
        ],
      });
      expect([batch.status, batch.json]).toMatchObject([
        202,
        { articles: [{ code: 'invalid', errors: [{ pointer: '/articles/0/source' }] }, { isNew: true }] },
      ]);
    }
  });

  it('answers each article of a batch by itself', async () => {
    const articles = [
      { id: 'b1', text: TEXT },
      { id: 'b2', text: TEXT, colour: 'red' },
      { id: 'b3', text: 'First.' },
      { id: 'b3', text: 'Second.' },
      { id: 'b1', text: TEXT },
      { id: 'b\u0007', text: TEXT },
      { id: 'b3', text: 'Third.', revision: 2 },
    ];
    const { status, json } = await submit({ articles });
    const answers = json.articles as Record<string, unknown>[];
    expect(status).toBe(202);
    expect(answers.map(({ revision, isNew, code }) => code ?? [revision, isNew])).toEqual([
      [1, true],
      'invalid',
      [1, true],
      [2, true],
      [1, false],
      'bad_id',
      'revision_conflict',
    ]);
    expect(answers[1]?.errors).toEqual([{ in: 'body', pointer: '/articles/1/colour', detail: 'There is no such field.' }]);
  });

  it('answers a batch of which nothing was taken in with 200 and a problem for each', async () => {
    const { status, json } = await submit({ articles: [{ id: 'none', text: 7 }, { text: TEXT }] });
    expect([status, (json.articles as { code: string }[]).map(({ code }) => code)]).toEqual([200, ['invalid', 'invalid']]);
  });

  it('takes a hundred in one transaction', async () => {
    const articles = Array.from({ length: 100 }, (_, index) => ({
      id: `hundred-${index}`,
      text: `Story ${index} of the harbour.`,
    }));
    const { json } = await submit({ articles });
    const ids = (json.articles as { id: string }[]).map(({ id }) => id);
    const { rows } = await api.desk.pool.query<{ transactions: string }>(
      'SELECT count(DISTINCT xmin::text) AS transactions FROM copydesk.events WHERE article_id = ANY($1) AND number = 1',
      [ids],
    );
    expect([new Set(ids).size, rows[0]?.transactions]).toEqual([100, '1']);
  });

  describe('with an Idempotency-Key', () => {
    it('answers a repeated request as before after a purge, which brings nothing back, and holds nothing of the result', async () => {
      const body = { id: 'purged', text: TEXT };
      const plain = { 'idempotency-key': '"purged-plain"' };
      const waiting = { 'idempotency-key': '"purged-waiting"', prefer: 'wait=20' };
      const first = await submit(body, plain);
      const waited = await submit(body, waiting);
      expect([first.status, waited.status, waited.json.status]).toEqual([202, 200, 'accepted']);
      const purged = await api.call(`/v1/articles/${first.json.id}`, { method: 'DELETE' });
      expect([purged.status, purged.text]).toEqual([200, expect.not.stringContaining(CANARY)]);
      const repeated = await submit(body, plain);
      expect([repeated.status, repeated.text]).toEqual([202, first.text]);
      const refused = await submit(body, waiting);
      expect([refused.status, refused.json.code]).toEqual([410, 'purged']);
      const { json } = await api.call(`/v1/articles/${first.json.id}`);
      expect([json.status, json.revisions, json.result]).toEqual(['purged', [1], null]);
    });

    it('gives a hundred clients at once one article and one answer', async () => {
      const body = { id: 'once', text: TEXT };
      const answers = await Promise.all(
        Array.from({ length: 100 }, () => submit(body, { 'idempotency-key': `"hundred-${mode}"`, prefer: 'wait=3' })),
      );
      const seen = answers.map(({ status, text, headers }) =>
        JSON.stringify([status, text, headers.get('location'), headers.get('preference-applied'), headers.get('content-type')]),
      );
      expect(new Set(seen).size).toBe(1);
      expect(answers[0]?.json.isNew).toBe(true);
      const { rows } = await api.desk.pool.query("SELECT 1 FROM copydesk.articles WHERE external_id = 'once'");
      expect(rows).toHaveLength(1);
    });

    it('gives the first answer again after the article has changed', async () => {
      const first = await submit({ id: 'replayed', text: TEXT }, { 'idempotency-key': 'k-1' });
      await submit({ id: 'replayed', text: `${TEXT} More.` });
      const again = await submit({ id: 'replayed', text: TEXT }, { 'idempotency-key': 'k-1' });
      expect([again.status, again.text]).toEqual([first.status, first.text]);
      expect(again.headers.get('location')).toBe(first.headers.get('location'));
    });

    it('refuses another body under the same key', async () => {
      await submit({ id: 'reuse', text: TEXT }, { 'idempotency-key': 'k-2' });
      const other = await submit({ id: 'reuse', text: `${TEXT}!` }, { 'idempotency-key': 'k-2' });
      expect([other.status, other.json.code]).toEqual([422, 'idempotency_key_reuse']);
    });

    it('leaves the key free when nothing was taken in', async () => {
      const refused = await submit({ id: 'mended', text: 7 }, { 'idempotency-key': 'k-3' });
      expect(refused.json.code).toBe('invalid');
      const conflict = await submit({ articles: [] }, { 'idempotency-key': 'k-3' });
      expect(conflict.json.code).toBe('invalid');
      expect((await submit({ id: 'mended', text: TEXT }, { 'idempotency-key': 'k-3' })).status).toBe(202);
    });

    it.each(['', 'with blank inside', 'x'.repeat(256), 'grün'])('refuses the key %j', async (key) => {
      const encoded = Buffer.from(key).toString('latin1');
      const { status, json } = await submit({ id: 'bad-key', text: TEXT }, { 'idempotency-key': encoded });
      expect([status, json.code]).toEqual([400, 'bad_idempotency_key']);
    });

    it('is not held up for ever by a request whose process died while it waited', async () => {
      const body = { id: 'orphan', text: TEXT };
      const first = await submit(body, { 'idempotency-key': 'k-4' });
      // As the crash leaves it: committed, still to be settled, by nobody.
      await api.desk.pool.query(
        "UPDATE copydesk.idempotency SET settles_at = clock_timestamp() + interval '1 second' WHERE key = 'k-4'",
      );
      const again = await submit(body, { 'idempotency-key': 'k-4' });
      expect([again.status, again.text]).toEqual([first.status, first.text]);
      await api.desk.pool.query(
        "UPDATE copydesk.idempotency SET settles_at = clock_timestamp() + interval '60 seconds' WHERE key = 'k-4'",
      );
      const early = await submit(body, { 'idempotency-key': 'k-4' });
      expect([early.status, early.json.code, early.headers.get('retry-after')]).toEqual([409, 'idempotency_in_flight', '1']);
    });
  });

  it('says 429 and when to come again beyond the limits of the tenant', async () => {
    await api.call('/v1/tenants', { body: { id: 'slow' } });
    const headers = { 'copydesk-tenant': 'slow' };
    await api.call('/v1/tenant', { method: 'PUT', body: { ratePerSecond: 1, burst: 3 }, headers });
    // The limits are remembered for a while.
    await sleep(3100);
    const statuses: number[] = [];
    for (let index = 0; index < 4; index++) {
      const { status, headers: answered } = await submit({ id: `slow-${index}`, text: TEXT }, headers);
      statuses.push(status);
      expect(answered.get('ratelimit-policy')).toBe('"articles";q=3;w=3');
      expect(answered.get('ratelimit')).toMatch(new RegExp(`^"articles";r=${Math.max(0, 2 - index)};t=[0-3]$`, 'u'));
      if (status === 429) expect(Number(answered.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(statuses).toEqual([202, 202, 202, 429]);
    expect((await submit({ id: 'not-slow', text: TEXT })).status).toBe(202);
  });

  it('takes no batch in that is larger than what the tenant may send at once, and says how large one may be', async () => {
    await api.call('/v1/tenants', { body: { id: 'small' } });
    const headers = { 'copydesk-tenant': 'small' };
    await api.call('/v1/tenant', { method: 'PUT', body: { ratePerSecond: 1, burst: 2 }, headers });
    await sleep(3100);
    const batch = (count: number) => ({
      articles: Array.from({ length: count }, (_, index) => ({ id: `small-${index}`, text: TEXT })),
    });
    for (let time = 0; time < 2; time++) {
      const { status, json, headers: answered } = await submit(batch(100), headers);
      expect([status, json.code, answered.get('retry-after')]).toEqual([422, 'batch_too_large', null]);
      expect(json.detail).toContain('at most 2 articles');
      expect([answered.get('ratelimit-policy'), answered.get('ratelimit')]).toEqual([
        '"articles";q=2;w=2',
        expect.stringMatching(/^"articles";r=2;t=/u),
      ]);
    }
    expect((await submit(batch(2), headers)).status).toBe(202);
    expect((await submit({ id: 'small-3', text: TEXT }, headers)).json.code).toBe('rate_limited');
  });

  it('checks an article at once and stores nothing', async () => {
    const { rows: before } = await api.desk.pool.query('SELECT count(*) FROM copydesk.articles');
    const { status, json } = await api.call('/v1/check', { body: { id: 'checked', text: TEXT } });
    expect([status, json.text]).toEqual([200, TEXT]);
    const { rows: after } = await api.desk.pool.query('SELECT count(*) FROM copydesk.articles');
    expect(after).toEqual(before);
  });
});

describe.each(availableModes())('checks of several tenants, in the mode %s', (mode) => {
  it('take turns, in threads of their own', async () => {
    const api = await openTestApi(mode);
    await api.call('/v1/tenants', { body: { id: 'patient' } });
    const check = (tenant: string) =>
      api.call('/v1/check', { body: { id: 'checked', text: TEXT }, headers: { 'copydesk-tenant': tenant } });
    // The first one starts the thread.
    expect((await check('default')).status).toBe(200);
    const many = Promise.all(Array.from({ length: 40 }, () => check('default')));
    await sleep(20);
    expect((await check('patient')).status).toBe(200);
    const statuses = new Set((await many).map(({ status, json }) => json.code ?? status));
    expect([...statuses].sort()).toEqual([200, 'busy']);
    await api.close();
  }, 200_000);
});

describe.each(availableModes())('a desk that is behind, in the mode %s', (mode) => {
  it('takes nothing in and says when to come again', async () => {
    // The relay would take a row away whose article is over.
    const api = await openTestApi(mode, { maxQueueSeconds: 1, reconcileSeconds: 3600 });
    const { json } = await api.call('/v1/articles', { body: { id: 'old', text: TEXT } });
    await expect.poll(async () => (await api.call(`${json.url}`)).json.status, { timeout: 60_000 }).toBe('accepted');
    await api.desk.pool.query(
      `INSERT INTO copydesk.outbox (tenant, article_id, revision, created_at, told_at) VALUES ('default', $1, 1, now() - interval '1 hour', now() + interval '1 hour')`,
      [json.id],
    );
    await sleep(1100);
    const full = await api.call('/v1/articles', { body: { id: 'new', text: TEXT } });
    expect([full.status, full.json.code]).toEqual([503, 'queue_full']);
    expect(Number(full.headers.get('retry-after'))).toBeGreaterThan(0);
    await api.close();
  }, 200_000);
});
