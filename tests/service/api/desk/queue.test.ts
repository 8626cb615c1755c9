import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toProblemError } from '../../../../src/service/api/to-problem-error.ts';
import { lookWithin, SlowFilterError } from '../../../../src/service/review/queue/look-within.ts';
import { endLease } from '../../end-lease.ts';
import { availableModes } from '../../test-place.ts';
import { openTestDeskApi, type TestDeskApi, type Visitor } from './open-test-desk-api.ts';

interface Row {
  readonly id: string;
  readonly [name: string]: unknown;
}

interface Queue {
  readonly articles: readonly Row[];
  readonly next: string | null;
  readonly count: number;
  readonly oldestSeconds: number | null;
  readonly dueInSeconds: number | null;
  readonly overdue: number;
  readonly facets: Readonly<Record<'sources' | 'kinds' | 'rules', readonly { readonly value: string; readonly count: number }[]>>;
}

describe.each(availableModes())('the queue in the mode %s', (mode) => {
  let api: TestDeskApi;
  let ann: Visitor;
  let ben: Visitor;
  let lead: Visitor;
  /** Six articles, in the order in which they came. */
  let ids: readonly string[] = [];

  beforeAll(async () => {
    api = await openTestDeskApi(mode);
    ann = await api.join('moderator');
    ben = await api.join('moderator');
    lead = await api.join('lead');
    const flagged: string[] = [];
    for (const [index, source] of ['gazette', 'gazette', 'herald', '', 'herald', 'gazette'].entries()) {
      const title = index === 2 ? 'A lighthouse for Merrow' : `Pilots ${index}`;
      flagged.push(await api.flag({ title, ...(source !== '' && { source }) }));
    }
    ids = flagged;
    await api.call('/v1/articles', { body: { id: 'clean', text: 'The council met at noon.' }, headers: { prefer: 'wait=30' } });
  }, 200_000);

  afterAll(() => api.close());

  const sql = (text: string, ...params: readonly unknown[]) => api.desk.pool.query(text, params);
  const queue = async (visitor: Visitor, query: Readonly<Record<string, string>> = {}) => {
    const { status, json, text } = await visitor.call(`/v1/desk/queue?${new URLSearchParams(query)}`);
    expect(status, text).toBe(200);
    return json as unknown as Queue;
  };
  const idsOf = ({ articles }: Queue) => articles.map(({ id }) => id);
  const pick = (...places: readonly number[]) => places.map((place) => ids[place]);
  const next = async (visitor: Visitor, query: Readonly<Record<string, string>> = {}) =>
    (await visitor.call(`/v1/desk/next?${new URLSearchParams(query)}`)).json.article;
  const act = (visitor: Visitor, id: string | undefined, name: string, body: object = {}) =>
    visitor.call(`/v1/desk/articles/${id}/${name}`, { body: { revision: 1, ...body } });

  it('holds what waits for people, and says what is known of each', async () => {
    const all = await queue(ann);
    expect(all.count).toBe(6);
    expect([...idsOf(all)].sort()).toEqual([...ids].sort());
    expect(all.articles.find(({ id }) => id === ids[2])).toMatchObject({
      ...{
        title: 'A lighthouse for Merrow',
        source: 'herald',
        format: 'html',
        review: 'flagged',
        decision: null,
        claimant: null,
      },
      ...{ kinds: expect.arrayContaining(['hidden_text']), rules: expect.arrayContaining(['hidden.markup@1']), priority: 0 },
      reasons: expect.arrayContaining([expect.stringContaining('hidden_text')]),
    });
    const [first] = all.articles;
    const hours = (Date.parse(String(first?.dueAt)) - Date.parse(String(first?.flaggedAt))) / 3_600_000;
    expect(hours).toBeGreaterThan(23.9);
    expect(hours).toBeLessThanOrEqual(24);
    expect(all).toMatchObject({ overdue: 0, facets: null, next: null });
    expect(all.oldestSeconds).toBeLessThan(200);
    expect(all.dueInSeconds).toBeGreaterThan(86_000);
  });

  it('is due as soon as its tenant says', async () => {
    await sql("INSERT INTO copydesk.tenants (id, review_hours) VALUES ('hasty', 2)");
    const id = await api.flag({}, 'hasty');
    const { json } = await lead.call('/v1/desk/queue', { headers: { 'copydesk-tenant': 'hasty' } });
    const { articles, dueInSeconds } = json as unknown as Queue;
    expect(articles.map((one) => one.id)).toEqual([id]);
    expect(dueInSeconds).toBeGreaterThan(7000);
    expect(dueInSeconds).toBeLessThanOrEqual(7200);
  });

  it('comes by due time, then priority, then arrival, page by page, each article once', async () => {
    const due = (minutes: number) => `date_trunc('minute', now()) + interval '${minutes} minutes'`;
    await sql(`UPDATE copydesk.articles SET due_at = ${due(60)}, priority = 0 WHERE article_id = ANY($1)`, ids);
    await sql(`UPDATE copydesk.articles SET due_at = ${due(-30)} WHERE article_id = $1`, ids[4]);
    await sql('UPDATE copydesk.articles SET priority = 2 WHERE article_id = $1', ids[3]);
    await sql('UPDATE copydesk.articles SET priority = -1 WHERE article_id = $1', ids[0]);
    const order = pick(4, 3, 1, 2, 5, 0);
    const all = await queue(ann);
    expect(idsOf(all)).toEqual(order);
    expect(all).toMatchObject({ overdue: 1 });
    expect(all.dueInSeconds).toBeLessThan(-1700);
    const seen: string[] = [];
    let pages = 0;
    for (let cursor: string | null = ''; cursor !== null; pages++) {
      const page: Queue = await queue(ann, { limit: '2', ...(cursor !== '' && { cursor }) });
      expect(page.count).toBe(6);
      seen.push(...idsOf(page));
      cursor = page.next;
    }
    expect([pages, seen]).toEqual([3, order]);
    await sql('UPDATE copydesk.articles SET priority = 0 WHERE article_id = ANY($1)', ids);
  });

  it('has a cursor for its own filters only', async () => {
    const { next: cursor } = await queue(ann, { limit: '2' });
    const others = [{ cursor: cursor ?? '', source: 'gazette' }, { cursor: 'x' }, { cursor: `${cursor}x`, state: 'all' }];
    for (const query of others) {
      const { status, json } = await ann.call(`/v1/desk/queue?${new URLSearchParams(query)}`);
      expect([status, json.code]).toEqual([400, 'bad_cursor']);
    }
  });

  it('is filtered by source, kind, rule, score, age, words and states', async () => {
    const counts: readonly (readonly [Readonly<Record<string, string>>, number])[] = [
      [{ source: 'gazette' }, 3],
      [{ source: '' }, 1],
      [{ source: 'nobody' }, 0],
      [{ kind: 'hidden_text' }, 6],
      [{ kind: 'garbage_token' }, 0],
      [{ rule: 'hidden.markup@1' }, 6],
      [{ rule: 'no.such@1' }, 0],
      [{ minScore: '0', maxScore: '100' }, 6],
      [{ maxScore: '0' }, 0],
      [{ minAgeSeconds: '0' }, 6],
      [{ minAgeSeconds: '100000' }, 0],
      [{ q: 'lighthouse' }, 1],
      [{ q: '"a lighthouse" -harbour' }, 0],
      [{ q: 'pilots source or gazette' }, 3],
      [{ state: 'flagged' }, 6],
      [{ state: 'escalated' }, 0],
      [{ state: 'appealed' }, 0],
      [{ state: 'decided' }, 0],
      [{ state: 'all' }, 7],
    ];
    for (const [query, count] of counts) expect([query, (await queue(ann, query)).count]).toEqual([query, count]);
    const { status, json } = await ann.call('/v1/desk/queue?view=none');
    expect([status, json.code]).toEqual([404, 'unknown_view']);
  });

  it('counts by source, kind and rule when it is asked to', async () => {
    const { facets } = await queue(ann, { facets: 'true', limit: '1' });
    expect(facets.sources).toEqual([
      { value: 'gazette', count: 3 },
      { value: 'herald', count: 2 },
      { value: '', count: 1 },
    ]);
    expect(facets.kinds).toContainEqual({ value: 'hidden_text', count: 6 });
    expect(facets.rules.every(({ value, count }) => value.includes('@') && count <= 6)).toBe(true);
  });

  it('tells who has what', async () => {
    const [first] = pick(1);
    await act(ann, first, 'claim');
    expect(idsOf(await queue(ann, { assignee: 'me' }))).toEqual([first]);
    expect(idsOf(await queue(ben, { assignee: ann.id }))).toEqual([first]);
    expect((await queue(ben, { assignee: 'me' })).count).toBe(0);
    expect((await queue(ben, { assignee: 'none' })).count).toBe(5);
    const row = (await queue(ben)).articles.find(({ id }) => id === first);
    expect(row?.claimant).toMatchObject({ id: ann.id, name: expect.stringContaining('Name of') });
    // Nobody has an article whose lease is over, though nobody has written that down yet.
    await endLease(api.desk.pool, String(first));
    expect((await queue(ben, { assignee: 'me' })).count).toBe(0);
    expect((await queue(ben, { assignee: 'none' })).count).toBe(6);
  });

  it('says that it is busy when what fits takes too long to find', async () => {
    // An embedded store ends no statement.
    const looking = lookWithin(api.desk.pool, (session) => session.query('SELECT pg_sleep(3.5)'));
    if (mode === 'embedded') await expect(looking).resolves.toMatchObject({ rows: [{}] });
    else await expect(looking).rejects.toBeInstanceOf(SlowFilterError);
    expect(toProblemError(new SlowFilterError('slow'))).toMatchObject({ code: 'busy' });
  });

  it('finds what has a kind or a rule among all that came, and no longer what had it before it was moderated anew', async () => {
    const [id] = pick(1);
    const find = async (query: Readonly<Record<string, string>>) =>
      idsOf(await queue(ann, { state: 'all', limit: '100', ...query }));
    expect(await find({ kind: 'hidden_text' })).toContain(id);
    await sql(`UPDATE copydesk.articles SET kinds = '{}' WHERE article_id = $1`, id);
    expect(await find({ kind: 'hidden_text' })).not.toContain(id);
    await sql(`UPDATE copydesk.articles SET kinds = '{hidden_text}' WHERE article_id = $1`, id);
    expect(await find({ kind: 'hidden_text' })).toContain(id);
    expect(await find({ kind: 'profanity' })).toEqual([]);
  });

  it('gives each person the next article that nobody has and that they have not skipped', async () => {
    const [late] = pick(4);
    expect(await next(ann)).toEqual({ id: late, revision: 1 });
    await act(ben, late, 'claim');
    const second = (await next(ann)) as { id: string };
    expect(second.id).not.toBe(late);
    const { json } = await act(ann, second.id, 'claim');
    expect((await act(ann, second.id, 'skip', { fence: json.fence })).json.claimant).toBeNull();
    const third = (await next(ann)) as { id: string };
    expect([late, second.id]).not.toContain(third.id);
    // It waits for the others as before, and comes back after some hours.
    expect(await next(lead)).toMatchObject({ id: second.id });
    await sql("UPDATE copydesk.skips SET until = now() - interval '1 second'");
    expect(await next(ann)).toMatchObject({ id: second.id });
    expect(await next(ann, { source: 'nobody' })).toBeNull();
    await act(ben, late, 'release', { fence: 1 });
  });

  it('keeps for leads what takes a lead, before all that is equally due', async () => {
    const [id] = pick(2);
    await act(ann, id, 'claim');
    await act(ann, id, 'escalate', { fence: 1, reason: 'legal' });
    expect(idsOf(await queue(ann, { state: 'escalated' }))).toEqual([id]);
    const [first, second] = (await queue(ann)).articles;
    expect([first?.id, second?.id]).toEqual(pick(4, 2));
    expect(second).toMatchObject({ review: 'escalated', priority: 1 });
    expect(await next(lead, { q: 'lighthouse' })).toMatchObject({ id });
    expect(await next(ann, { q: 'lighthouse' })).toBeNull();
  });

  it('lists the newest decision first, and keeps the due time of one that is undone', async () => {
    const before = (await queue(ann)).articles.find(({ id }) => id === ids[5]);
    for (const id of pick(0, 5)) {
      const { json } = await act(lead, id, 'claim');
      const wish = { fence: json.fence, decision: 'accepted', reason: null, result: json.resultSha256 };
      expect((await act(lead, id, 'decide', wish)).json.review).toBe('decided');
    }
    expect(idsOf(await queue(ann, { state: 'decided' }))).toEqual(pick(5, 0));
    const page = await queue(ann, { state: 'decided', limit: '1' });
    expect(idsOf(await queue(ann, { state: 'decided', limit: '1', cursor: page.next ?? '' }))).toEqual(pick(0));
    expect((await queue(ann)).count).toBe(4);
    const { json } = await act(lead, ids[5], 'undo');
    expect([json.dueAt, json.flaggedAt]).toEqual([before?.dueAt, before?.flaggedAt]);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const one: Queue = await queue(ann, { state: 'all', limit: '3', ...(cursor !== '' && { cursor }) });
      seen.push(...idsOf(one));
      cursor = one.next;
    }
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
  });

  it('names an article that came without a title by the one that was found in it', async () => {
    const id = await api.flag({ source: 'untitled-gazette' });
    const { articles } = await queue(ann, { source: 'untitled-gazette' });
    expect(articles).toMatchObject([{ id, title: 'Pilots of Merrow meet the council' }]);
  });
});
