import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endHold } from '../../end-hold.ts';
import { CANARY, expectFold, expectLogContract } from '../../open-test-desk.ts';
import { availableModes } from '../../test-place.ts';
import { type DeskJson, openTestDeskApi, readEvents, type TestDeskApi, type Visitor } from './open-test-desk-api.ts';

const SHOWN =
  'The harbour council of Merrow met at noon on Monday to hear what the pilots of the eastern channel wanted from it.';
const HIDDEN = `The pilots also asked for a second light ${CANARY} on the northern pier.`;
const TEXT = `<article><h1>Pilots of Merrow meet the council</h1><p>${SHOWN}</p><p style="display:none">${HIDDEN}</p><p>The pilots left at
  four.</p></article>`;
const RESTORE = { kind: 'restore', start: TEXT.indexOf(HIDDEN), end: TEXT.indexOf(HIDDEN) + HIDDEN.length };

describe.each(availableModes())('what changes and follows decisions, over HTTP, in the mode %s', (mode) => {
  let api: TestDeskApi;
  let ann: Visitor;
  let ben: Visitor;
  let lead: Visitor;

  beforeAll(async () => {
    api = await openTestDeskApi(mode);
    ann = await api.join('moderator');
    ben = await api.join('moderator');
    lead = await api.join('lead');
  }, 200_000);

  afterAll(async () => {
    expectLogContract(api.place);
    await api.close();
  }, 200_000);

  const act = async (visitor: Visitor, id: string, name: string, body: object = {}) =>
    visitor.call(`/v1/desk/articles/${id}/${name}`, { body: { revision: 1, ...body } });
  const flag = () => api.flag({ text: TEXT });
  const deskOf = ({ json, status, text }: { readonly json: object; readonly status: number; readonly text: string }) => {
    expect(status, text).toBe(200);
    return json as unknown as DeskJson & { readonly amendments: readonly { readonly id: string }[] };
  };
  const keyOf = (articleId: string) => ({ tenant: 'default', articleId, revision: 1 });
  const decide = async (visitor: Visitor, id: string, decision: string) => {
    const { fence, resultSha256: result } = deskOf(await act(visitor, id, 'claim'));
    return deskOf(await act(visitor, id, 'decide', { fence, result, decision, reason: decision === 'rejected' ? 'spam' : null }));
  };
  const machineOf = async (id: string) => {
    const { rows } = await api.desk.pool.query<{ json: string }>('SELECT json FROM copydesk.results WHERE article_id = $1', [id]);
    return rows[0]?.json ?? '';
  };
  const feedOf = async (id: string) => {
    const { text } = await api.call('/v1/deliveries?limit=100&bodies=true');
    const { deliveries } = JSON.parse(text) as {
      deliveries: { articleId: string; type: string; body: { data: { result: unknown } } }[];
    };
    return deliveries.filter(({ articleId }) => articleId === id);
  };

  it('amends an article, decides on the amended text, and gives it to the publisher', async () => {
    const id = await flag();
    deskOf(await act(ann, id, 'claim'));
    const empty = { kind: 'remove', start: 0, end: 1 };
    const refused = await act(ann, id, 'amendments', { fence: 1, amendments: [RESTORE, empty] });
    expect(refused.json).toMatchObject({ status: 422, code: 'no_effect', errors: [{ pointer: '/amendments/1' }] });
    const amended = deskOf(await act(ann, id, 'amendments', { fence: 1, amendments: [RESTORE] }));
    expect(amended).toMatchObject({
      amendments: [{ by: { id: ann.id }, amendment: RESTORE }],
      result: { text: expect.stringContaining(HIDDEN), provenance: { amends: { isRepeated: true } } },
      machine: { outcome: 'review' },
    });
    expect(amended.actions).toContain('accept');
    const wish = { fence: 1, decision: 'accepted', reason: null, result: amended.resultSha256 };
    const decided = deskOf(await act(ann, id, 'decide', wish));
    expect(decided).toMatchObject({ review: 'decided', resultSha256: amended.resultSha256 });
    const { json: read, text: readText } = await api.call(`/v1/articles/${id}`);
    expect(read.status).toBe('accepted');
    expect(readText).toContain(JSON.stringify(amended.result).slice(0, 200));
    expect(read.result).toEqual(amended.result);
    await endHold(api.desk.pool, id);
    const told = (await feedOf(id)).at(-1);
    expect(told).toMatchObject({
      type: 'review.accepted',
      body: { data: { isAmended: true, decision: 'accepted', reason: null } },
    });
    expect(createHash('sha256').update(JSON.stringify(told?.body.data.result)).digest('hex')).toBe(amended.resultSha256);
    const [line] = readEvents(api, 'span.restored');
    expect(line).toMatchObject({ person: ann.id, amendment: amended.amendments[0]?.id });
    await expectFold(api.desk.pool, keyOf(id));
  });

  it('marks topics as wrong, adds those that are missing, and puts back several at once', async () => {
    const id = await flag();
    deskOf(await act(ann, id, 'claim'));
    const codesOf = ({ result }: DeskJson) => (result as { topics: { code: string }[] }).topics.map(({ code }) => code);
    const unknown = { kind: 'add_topic', code: 'medtop:none' };
    const refused = await act(ann, id, 'amendments', { fence: 1, amendments: [unknown] });
    expect(refused.json).toMatchObject({ code: 'no_effect', errors: [{ pointer: '/amendments/0', detail: 'unknown_topic' }] });
    const health = { kind: 'add_topic', code: 'medtop:07000000' };
    const added = deskOf(await act(ann, id, 'amendments', { fence: 1, amendments: [health, RESTORE] }));
    expect(codesOf(added)[0]).toBe('medtop:07000000');
    expect(added.result).toMatchObject({ provenance: { amends: { isRepeated: true } } });
    const rejected = await act(ann, id, 'amendments', {
      fence: 1,
      amendments: [{ kind: 'reject_topic', code: 'medtop:07000000' }],
    });
    expect(rejected.json).toMatchObject({ code: 'no_effect', errors: [{ detail: 'conflict' }] });
    const ids = added.amendments.map((one) => one.id);
    const stranger = await act(ann, id, 'amendments/withdraw', { fence: 1, amendments: [ids[0], `am_${'0'.repeat(24)}`] });
    expect(stranger.json).toMatchObject({ code: 'unknown_amendment' });
    const back = deskOf(await act(ann, id, 'amendments/withdraw', { fence: 1, amendments: [...ids, ids[0]] }));
    expect(back.amendments).toEqual([]);
    expect(JSON.stringify(back.result)).toBe(await machineOf(id));
    const history = back.history as { name: string }[];
    expect(history.slice(-4).map(({ name }) => name)).toEqual([
      'topic.added',
      'span.restored',
      'amendment.withdrawn',
      'amendment.withdrawn',
    ]);
    await expectFold(api.desk.pool, keyOf(id));
  });

  it('takes thousands of changes as one', async () => {
    const lines = Array.from(
      { length: 2500 },
      (_, number) => `<p>Boat ${number} lay at pier ${number % 7} for ${number % 90} days.</p>`,
    );
    const text = TEXT.replace('</article>', `${lines.join('\n')}</article>`);
    const id = await api.flag({ text });
    deskOf(await act(ann, id, 'claim'));
    const amendments = lines.map((line) => {
      const start = text.indexOf(line) + '<p>'.length;
      return { kind: 'remove', start, end: start + line.length - '<p></p>'.length };
    });
    const amended = deskOf(await act(ann, id, 'amendments', { fence: 1, amendments }));
    expect(amended.amendments).toHaveLength(2500);
    expect((amended.result as { text: string }).text).not.toContain('lay at pier');
    const ids = amended.amendments.map((one) => one.id);
    const back = deskOf(await act(ann, id, 'amendments/withdraw', { fence: 1, amendments: ids }));
    expect(JSON.stringify(back.result)).toBe(await machineOf(id));
  }, 120_000);

  it('takes an amendment back, once', async () => {
    const id = await flag();
    deskOf(await act(ann, id, 'claim'));
    const { amendments } = deskOf(await act(ann, id, 'amendments', { fence: 1, amendments: [RESTORE] }));
    const path = (amendment = '') => `/v1/desk/articles/${id}/amendments/${amendment}?revision=1&fence=1`;
    const withdraw = (visitor: Visitor) => visitor.call(path(amendments[0]?.id), { method: 'DELETE' });
    expect((await withdraw(ben)).json.code).toBe('claimed');
    const machine = await machineOf(id);
    expect(deskOf(await withdraw(ann))).toMatchObject({
      amendments: [],
      resultSha256: createHash('sha256').update(machine).digest('hex'),
    });
    expect((await withdraw(ann)).json).toMatchObject({ status: 404, code: 'unknown_amendment' });
    expect((await act(ann, id, 'amendments', { fence: 1, amendments: [] })).json.code).toBe('invalid');
    expect((await act(ann, id, 'amendments', { fence: 1, amendments: [{ ...RESTORE, id: 'mine' }] })).json.code).toBe('invalid');
  });

  it('takes an appeal of a publisher, which another person decides', async () => {
    const id = await flag();
    await decide(ann, id, 'rejected');
    const key = String((await api.call('/v1/keys', { body: { name: 'a publisher', scopes: ['submit'] } })).json.key);
    const appeal = () => api.call(`/v1/articles/${id}/appeal`, { key, body: { text: 'It is news.' } });
    expect((await appeal()).json.code).toBe('not_decided');
    await endHold(api.desk.pool, id);
    const opened = await appeal();
    expect([opened.status, opened.json.revision]).toEqual([201, 1]);
    expect((await appeal()).json.code).toBe('appeal_open');
    const seen = deskOf(await ann.call(`/v1/desk/articles/${id}`));
    expect(seen).toMatchObject({ review: 'appealed', appeals: [{ id: opened.json.id, text: 'It is news.', upheld: null }] });
    expect(seen.actions).not.toContain('claim');
    expect((await act(ann, id, 'claim')).json.code).toBe('not_allowed');
    const claimed = deskOf(await act(ben, id, 'claim'));
    expect(claimed.actions).toContain('decide_appeal');
    const wish = { fence: claimed.fence, result: claimed.resultSha256, reason: null };
    const mismatch = await act(ben, id, 'appeals/decide', { ...wish, upheld: true, decision: 'rejected', reason: 'spam' });
    expect(mismatch.json).toMatchObject({ status: 422, code: 'appeal_mismatch' });
    const decided = deskOf(await act(ben, id, 'appeals/decide', { ...wish, upheld: true, decision: 'accepted' }));
    expect(decided).toMatchObject({ review: 'decided', decision: 'accepted', appeals: [{ upheld: true }] });
    expect(decided.undoSeconds).toBeGreaterThan(5);
    expect(decided.actions).not.toContain('open_appeal');
    await expectFold(api.desk.pool, keyOf(id));
  });

  it('shows nothing of a decision to whoever looks a second time', async () => {
    await api.desk.pool.query('UPDATE copydesk.tenants SET second_review_share = 1');
    const id = await flag();
    deskOf(await act(ann, id, 'claim'));
    await act(ann, id, 'notes', { text: 'I shall reject this.' });
    const { resultSha256: result } = deskOf(await act(ann, id, 'amendments', { fence: 1, amendments: [RESTORE] }));
    deskOf(await act(ann, id, 'decide', { fence: 1, result, decision: 'rejected', reason: 'spam' }));
    await api.desk.pool.query(`UPDATE copydesk.checks SET decided_at = now() - interval '1 minute' WHERE article_id = $1`, [id]);
    await api.desk.pool.query('DELETE FROM copydesk.checks WHERE article_id <> $1', [id]);
    expect((await ann.call('/v1/desk/checks/next')).json).toBeNull();
    const offered = await ben.call('/v1/desk/checks/next');
    const machine = await machineOf(id);
    expect(deskOf(offered)).toMatchObject({
      ...{ id, review: 'flagged', decision: null, claimant: null, amendments: [], notes: [], looking: [], actions: ['check'] },
      resultSha256: createHash('sha256').update(machine).digest('hex'),
    });
    expect(offered.text).toContain(machine);
    for (const word of [ann.id, 'review.', 'span.', 'rejected"', 'I shall']) expect(offered.text).not.toContain(word);
    expect((await act(lead, id, 'check', { decision: 'accepted', reason: null })).json.code).toBe('not_offered');
    // Nor by any other way, as long as they are to look.
    await act(ann, id, 'looking');
    const { version } = deskOf(offered);
    expect((await act(ben, id, 'looking')).json).toEqual({ version, looking: [], claimant: null });
    const answers = [
      await ben.call(`/v1/desk/articles/${id}`),
      await ben.call(`/v1/desk/articles/${id}?revision=1`),
      await act(ben, id, 'notes', { text: 'I look.' }),
    ];
    for (const { text } of answers) {
      for (const word of [ann.id, 'review.', 'span.', 'rejected"', 'I shall']) expect(text).not.toContain(word);
    }
    const rowsOf = async (visitor: Visitor) =>
      ((await visitor.call('/v1/desk/queue?state=decided&limit=200')).json.articles as { id: string }[]).filter(
        (row) => row.id === id,
      );
    expect(await rowsOf(ben)).toMatchObject([{ review: 'flagged', decision: null }]);
    expect(await rowsOf(lead)).toMatchObject([{ review: 'decided', decision: 'rejected' }]);
    expect(deskOf(await lead.call(`/v1/desk/articles/${id}`))).toMatchObject({ review: 'decided', decision: 'rejected' });
    const checked = deskOf(await act(ben, id, 'check', { decision: 'accepted', reason: null }));
    expect(checked).toMatchObject({ review: 'decided', decision: 'rejected' });
    expect((await ben.call('/v1/desk/checks/next')).json).toBeNull();
    const agreement = { checked: 1, agreed: 0, kappa: 0, waiting: 0 };
    expect((await lead.call('/v1/desk/agreement?days=7')).json).toEqual(agreement);
    await api.desk.pool.query('UPDATE copydesk.tenants SET second_review_share = 0');
  });

  it('counts, decides and takes back in bulk', async () => {
    const source = 'bulk-gazette';
    const ids: string[] = [];
    for (let index = 0; index < 4; index++) ids.push(await api.flag({ text: TEXT, source }));
    const body = { filter: { source, minScore: 1 }, decision: 'accepted', reason: 'false_alarm' };
    const dry = await lead.call('/v1/desk/bulk', { body: { ...body, dryRun: true } });
    expect(dry.json).toMatchObject({ count: 4 });
    expect((dry.json.sample as { id: string }[]).map(({ id }) => id).sort()).toEqual([...ids].sort());
    const started = await lead.call('/v1/desk/bulk', { body: { ...body, token: dry.json.token } });
    expect([started.status, started.json.total]).toEqual([202, 4]);
    const path = `/v1/desk/bulk/${started.json.id}`;
    const progress = async () => (await lead.call(path)).json;
    await expect.poll(async () => (await progress()).state, { timeout: 30_000 }).toBe('done');
    expect(await progress()).toMatchObject({ total: 4, done: 4, undone: 0, refused: {} });
    expect((await lead.call('/v1/desk/bulk', { body: { ...body, dryRun: true } })).json.count).toBe(0);
    await lead.call(`${path}/undo`, { method: 'POST' });
    await expect.poll(async () => (await progress()).state, { timeout: 30_000 }).toBe('undone');
    expect(await progress()).toMatchObject({ total: 4, done: 0, undone: 4 });
    expect((await lead.call(path, { method: 'DELETE' })).json.state).toBe('undone');
    for (const id of ids) await expectFold(api.desk.pool, keyOf(id));
    const wrong = { ...body, filter: { source, state: 'decided' } };
    expect((await lead.call('/v1/desk/bulk', { body: wrong })).json.code).toBe('invalid');
  });

  const bulk = (body: object) => lead.call('/v1/desk/bulk', { body: { decision: 'accepted', reason: 'false_alarm', ...body } });

  it('decides in bulk on what was counted only', async () => {
    const filter = { source: 'counted-gazette' };
    const flagHere = () => api.flag({ text: TEXT, ...filter });
    const first = await flagHere();
    const { token } = (await bulk({ filter, dryRun: true })).json;
    const stale = { status: 409, code: 'stale_count' };
    expect((await bulk({ filter })).json).toMatchObject(stale);
    expect((await bulk({ filter: {}, token })).json).toMatchObject(stale);
    expect((await bulk({ filter: { ...filter, minScore: 1 }, token })).json).toMatchObject(stale);
    const other = await api.join('lead');
    const body = { filter, decision: 'accepted', reason: 'false_alarm', token };
    expect((await other.call('/v1/desk/bulk', { body })).json).toMatchObject(stale);
    expect((await lead.call('/v1/desk/bulk', { body, headers: { 'copydesk-tenant': 'default' } })).json.total).toBe(1);
    await expect
      .poll(async () => (await ann.call(`/v1/desk/articles/${first}`)).json.review, { timeout: 30_000 })
      .toBe('decided');
    expect((await bulk({ filter, token })).json).toMatchObject(stale);
    // What comes after the count is left; what is gone, or another in its place, asks for a new one.
    const [second, third] = [await flagHere(), await flagHere()];
    const counted = (await bulk({ filter, dryRun: true })).json;
    expect(counted.count).toBe(2);
    const late = await flagHere();
    await decide(ann, second, 'rejected');
    expect((await bulk({ filter, token: counted.token })).json).toMatchObject(stale);
    await act(ann, second, 'undo');
    const started = await bulk({ filter, token: counted.token });
    expect([started.status, started.json.total]).toEqual([202, 2]);
    await expect
      .poll(async () => (await ann.call(`/v1/desk/articles/${third}`)).json.review, { timeout: 30_000 })
      .toBe('decided');
    expect((await ann.call(`/v1/desk/articles/${late}`)).json.review).toBe('flagged');
  });

  it('widens nothing by a saved view that does not read, and decides on the desk only', async () => {
    const filter = { source: 'viewed-gazette' };
    await api.flag({ text: TEXT, ...filter });
    const make = async (name: string, more: object) =>
      String((await ann.call('/v1/desk/views', { body: { name, isShared: true, filter: { ...filter, ...more } } })).json.id);
    const [gone, decided, fine] = [await make('gone', {}), await make('told', { state: 'decided' }), await make('fine', {})];
    await api.desk.pool.query(
      `UPDATE copydesk.views SET filter = '{"kind":"gone_kind","source":"viewed-gazette"}' WHERE id = $1`,
      [gone],
    );
    const stale = { status: 409, code: 'stale_view' };
    for (const path of [`queue?view=${gone}`, `next?view=${gone}`]) {
      expect((await lead.call(`/v1/desk/${path}`)).json).toMatchObject(stale);
    }
    for (const view of [gone, decided]) {
      for (const dryRun of [true, false]) expect((await bulk({ filter: { view }, dryRun })).json).toMatchObject(stale);
    }
    const { views } = (await ann.call('/v1/desk/views')).json as { views: readonly { id: string; isStale: boolean }[] };
    expect(views.filter(({ isStale }) => isStale).map(({ id }) => id)).toEqual([gone]);
    const { token, count } = (await bulk({ filter: { view: fine }, dryRun: true })).json;
    expect(count).toBe(1);
    const body = { name: 'fine', isShared: true, filter: {} };
    expect((await ann.call(`/v1/desk/views/${fine}`, { method: 'PUT', body })).status).toBe(200);
    expect((await bulk({ filter: { view: fine }, token })).json.code).toBe('stale_count');
  });
});
