import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeCursor } from '../../../src/service/api/list/cursor.ts';
import { writeListQuery } from '../../../src/service/api/list/write-list-query.ts';
import { type ListQuery, listQueryShape } from '../../../src/service/api/shapes/list-shape.ts';
import { availableModes } from '../test-place.ts';
import { openTestApi, type TestApi } from './open-test-api.ts';

/** Articles in the store, nine of ten of them of one tenant. */
const MANY = 100_000;
/** They are put there in parts: no statement on a server may take more than ten seconds, however busy the machine is. */
const PART = 10_000;

const FILL = `INSERT INTO copydesk.articles (tenant, article_id, revision, external_id, source, title, format, characters, search, input,
    input_sha256, trace_id, received_at, changed_at, processing, review, delivery, attempt, version, status, score, head)
  SELECT CASE WHEN n % 10 = 0 THEN 'other' ELSE 'many' END, 'art_' || n, 1, 'story-' || n, 'feed-' || n % 500, 'Story ' || n, 'text', 100,
    to_tsvector('simple', 'harbour council word' || n % 1000 || ' story-' || n), '{}', '', repeat('0', 32),
    timestamptz '2026-01-01' + n * interval '1 second', now(), 'cleaned', 'none', 'none', 1, 5,
    (ARRAY['accepted', 'accepted', 'accepted', 'accepted', 'flagged', 'dead', 'superseded', 'purged'])[1 + n % 8],
    CASE WHEN n % 8 < 5 THEN 40 + n % 61 END, ''
  FROM generate_series($1::integer + 1, $1::integer + ${PART}) AS n`;

const FILTERS: readonly (readonly [string, Partial<ListQuery>])[] = [
  ['nothing', {}],
  ['status', { status: 'flagged' }],
  ['a status that none has', { status: 'pending' }],
  ['source', { source: 'feed-7' }],
  ['externalId', { externalId: 'story-4711' }],
  ['a high score', { minScore: 100 }],
  ['a low score', { maxScore: 40 }],
  ['a score that none has', { minScore: 10, maxScore: 20 }],
  ['since', { since: '2026-01-02T00:00:00Z' }],
  ['until', { until: '2026-01-01T00:10:00Z' }],
  ['a time', { since: '2026-01-01T05:00:00Z', until: '2026-01-01T05:10:00Z' }],
  ['a rare word', { q: 'word77 council' }],
  ['a common word', { q: 'harbour' }],
  ['a word that none has', { q: 'submarine' }],
  ['status and time', { status: 'dead', since: '2026-01-01T05:00:00Z', until: '2026-01-01T06:00:00Z' }],
  ['source and status', { source: 'feed-7', status: 'flagged' }],
];

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Plan[];
}

const listNodes = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(listNodes)];

describe.each(availableModes())('lists of 100,000 articles in the mode %s', (mode) => {
  let api: TestApi;
  const headers = { 'copydesk-tenant': 'many' };
  const list = async (query: string) => (await api.call(`/v1/articles?${query}`, { headers })).json;
  const ids = (page: Record<string, unknown>) => (page.articles as { id: string }[]).map(({ id }) => id);

  beforeAll(async () => {
    api = await openTestApi(mode);
    for (const id of ['many', 'other']) await api.call('/v1/tenants', { body: { id } });
    for (let from = 0; from < MANY; from += PART) await api.desk.pool.query(FILL, [from]);
    await api.desk.pool.query('ANALYZE copydesk.articles');
  }, 200_000);

  afterAll(() => api.close());

  it.each(FILTERS)('by %s use an index and never read the whole table', async (_, filters) => {
    const query = listQueryShape.parse(filters);
    for (const after of [undefined, { receivedAt: '2026-01-01T14:00:00Z', seq: '50000' }]) {
      const { text, params } = writeListQuery('many', query, after);
      const { rows } = await api.desk.pool.query<{ 'QUERY PLAN': readonly { Plan: Plan }[] }>(
        `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
        params,
      );
      const [{ Plan: plan } = { Plan: { 'Node Type': 'none' } }] = rows[0]?.['QUERY PLAN'] ?? [];
      const types = listNodes(plan).map((node) => node['Node Type']);
      expect(types.filter((type) => type === 'Seq Scan')).toEqual([]);
      expect(
        types.some((type) => /Index/u.test(type)),
        types.join(),
      ).toBe(true);
    }
  });

  it('page through all that fit, each once, newest first, whatever comes in between', async () => {
    const seen: string[] = [];
    let cursor = '';
    for (let page = 0; page < 20; page++) {
      const found = await list(`source=feed-7&limit=37${cursor}`);
      seen.push(...ids(found));
      await api.call('/v1/articles', { body: { id: `between-${page}`, source: 'feed-7', text: 'A new story.' }, headers });
      if (found.next === null) break;
      cursor = `&cursor=${String(found.next)}`;
    }
    const expected = Array.from({ length: MANY / 500 }, (_, index) => index * 500 + 7).reverse();
    expect(seen).toEqual(expected.map((n) => `art_${n}`));
  });

  it('leave out nothing of a batch, all of which was received at once', async () => {
    const articles = Array.from({ length: 7 }, (_, at) => ({
      id: `at-once-${at}`,
      source: 'at-once',
      text: `The harbour story ${at}.`,
    }));
    await api.call('/v1/articles', { body: { articles }, headers });
    const seen: string[] = [];
    let cursor = '';
    for (let page = 0; page < 4; page++) {
      const found = await list(`source=at-once&limit=2${cursor}`);
      seen.push(...ids(found));
      cursor = `&cursor=${String(found.next)}`;
    }
    expect(new Set(seen).size).toBe(7);
  });

  it.each([
    ['externalId=story-4711', ['art_4711']],
    ['q=story-4711', ['art_4711']],
    ['q=%22council%20word77%22&limit=1&until=2026-01-01T00:02:00Z', ['art_77']],
    ['minScore=100&until=2026-01-01T00:10:00Z', ['art_548', 'art_426', 'art_304', 'art_243', 'art_121']],
    ['status=flagged&until=2026-01-01T00:00:15Z', ['art_12', 'art_4']],
    ['externalId=story-4710', []],
  ])('answers %s with what fits', async (query, expected) => {
    expect(ids(await list(query))).toEqual(expected);
  });

  it.each(['nonsense', '', 'e30', Buffer.from('[1,2,3]').toString('base64url'), '%00', 'x'.repeat(500)])(
    'refuse the cursor %j',
    async (cursor) => {
      const { status, json } = await api.call(`/v1/articles?cursor=${cursor}`, { headers });
      expect([status, json.code]).toEqual([400, 'bad_cursor']);
    },
  );

  it('refuse a cursor of other filters', async () => {
    const { next } = await list('status=flagged&limit=1');
    expect((await api.call(`/v1/articles?status=dead&cursor=${String(next)}`, { headers })).json.code).toBe('bad_cursor');
    const place = { receivedAt: '2026-01-01T00:00:00.000000Z', seq: '99999999999999999999' };
    expect((await api.call(`/v1/articles?cursor=${writeCursor(place, {})}`, { headers })).json.code).toBe('bad_cursor');
  });
});
