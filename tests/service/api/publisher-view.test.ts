import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endHold } from '../end-hold.ts';
import { expectFold } from '../open-test-desk.ts';
import { CLEAN, FLAGGED, HIDDEN, RESTORE } from '../review/open-review.ts';
import { availableModes } from '../test-place.ts';
import { openTestDeskApi, type TestDeskApi, type Visitor } from './desk/open-test-desk-api.ts';
import type { Answered } from './open-test-api.ts';

interface State {
  readonly status: string;
  readonly changedAt: string;
  readonly history: readonly { readonly name: string; readonly data: Readonly<Record<string, unknown>> }[];
  readonly deliveries: readonly { readonly id: string; readonly type: string; readonly state: string }[];
  readonly result: { readonly text: string };
  readonly [name: string]: unknown;
}

/** An article as the desk shows it. */
interface Page extends Pick<State, 'history' | 'result'> {
  readonly version: number;
  readonly resultSha256: string;
  readonly actions: readonly string[];
  readonly pulse: Readonly<Record<string, unknown>>;
  readonly [name: string]: unknown;
}

describe.each(availableModes())('what a publisher sees, by a key and signed in, in the mode %s', (mode) => {
  let api: TestDeskApi;
  let ann: Visitor;
  let ben: Visitor;
  let paper: Visitor;
  let publisher = '';
  let desk = '';

  beforeAll(async () => {
    api = await openTestDeskApi(mode);
    ann = await api.join('moderator');
    ben = await api.join('moderator');
    paper = await api.join('publisher', 'default');
    const keyOf = async (name: string, scopes: readonly string[]) =>
      String((await api.call('/v1/keys', { body: { name, scopes } })).json.key);
    publisher = await keyOf('publisher', ['submit', 'read']);
    desk = await keyOf('desk', ['read', 'review']);
    await api.desk.pool.query('UPDATE copydesk.tenants SET second_review_share = 0');
  }, 200_000);

  afterAll(() => api.close(), 200_000);

  const read = async (key: string, id: unknown, revision = 1) => {
    const { status, json, text } = await api.call(`/v1/articles/${id}?revision=${revision}`, { key });
    expect(status, text).toBe(200);
    return json as unknown as State;
  };
  /** The page of somebody signed in, with what its pulse says of newer events. */
  const look = async (visitor: Visitor, id: string, revision = 1) => {
    const pulse = await visitor.call(`/v1/desk/articles/${id}/looking`, { body: { revision } });
    expect(pulse.status, pulse.text).toBe(200);
    const { status, json, text } = await visitor.call(`/v1/desk/articles/${id}?revision=${revision}`);
    expect(status, text).toBe(200);
    return { ...json, pulse: pulse.json } as unknown as Page;
  };
  const idsOf = async (key: string, query: string) =>
    ((await api.call(`/v1/articles?limit=200&${query}`, { key })).json.articles as { id: string; status: string }[]).map(
      ({ id, status }) => `${id} ${status}`,
    );
  const act = async (visitor: Visitor, id: string, name: string, body: object = {}) => {
    const { status, json, text } = await visitor.call(`/v1/desk/articles/${id}/${name}`, { body: { revision: 1, ...body } });
    expect(status, text).toBe(200);
    return json;
  };
  const decide = async (visitor: Visitor, id: string, decision: string, more: object = {}, name = 'decide') => {
    const { fence, resultSha256: result } = await act(visitor, id, 'claim');
    const reason = decision === 'rejected' ? 'spam' : null;
    return act(visitor, id, name, { fence, result, decision, reason, ...more });
  };
  const appeal = async (id: unknown) => {
    const { status, json, text } = await api.call(`/v1/articles/${id}/appeal`, { key: publisher, body: { text: 'It is news.' } });
    expect(status, text).toBe(201);
    return json.id;
  };
  const keyOf = (articleId: string, revision = 1) => ({ tenant: 'default', articleId, revision });
  const hashOf = ({ text }: Answered) => createHash('sha256').update(text).digest('hex');
  const namesOf = ({ history }: Pick<State, 'history'>) => history.map(({ name }) => name);
  const typesOf = ({ deliveries }: State) => deliveries.map(({ type }) => type);
  const accept = async (id: string) => {
    const body = { id, format: 'html', text: CLEAN.replaceAll('Merrow', id) };
    const { json, text } = await api.call('/v1/articles', { key: publisher, body, headers: { prefer: 'wait=30' } });
    expect(json.status, text).toBe('accepted');
    return { id: String(json.id), body };
  };

  it('is what stood before while a decision is held back', async () => {
    const submitted = { id: 'held back', source: 'held-gazette' };
    const id = await api.flag(submitted);
    const before = await read(publisher, id);
    const page = await look(paper, id);
    await decide(ann, id, 'rejected');
    expect(await look(paper, id)).toEqual(page);
    expect(page).toMatchObject({ review: 'flagged', actions: [], pulse: { version: page.version } });
    expect((await look(ann, id)).version).toBeGreaterThan(page.version);
    const during = await read(publisher, id);
    const changed = { ...before, history: undefined, changedAt: undefined };
    expect({
      ...during,
      deliveries: before.deliveries,
      delivery: before.delivery,
      history: undefined,
      changedAt: undefined,
    }).toEqual(changed);
    expect(typesOf(during)).toEqual(['article.flagged']);
    expect(namesOf(during).at(-1)).toBe('review.claimed');
    const own = 'source=held-gazette';
    expect(await idsOf(publisher, own)).toEqual([`${id} flagged`]);
    expect(await idsOf(publisher, `${own}&status=flagged`)).toEqual([`${id} flagged`]);
    expect(await idsOf(publisher, `${own}&status=rejected`)).toEqual([]);
    expect((await api.call('/v1/deliveries?state=held', { key: publisher })).json.deliveries).toEqual([]);
    const seen = await read(desk, id);
    expect(seen).toMatchObject({ status: 'rejected', review: 'decided', decision: 'rejected' });
    expect(await idsOf(desk, `${own}&status=rejected`)).toEqual([`${id} rejected`]);
    const [held] = seen.deliveries.filter(({ state }) => state === 'held');
    expect((await api.call(`/v1/deliveries/${held?.id}/result`, { key: publisher })).json.code).toBe('unknown_delivery');
    expect((await api.call(`/v1/deliveries/${held?.id}/result`, { key: desk })).status).toBe(200);
    const { rows } = await api.desk.pool.query<{ input: string }>('SELECT input FROM copydesk.articles WHERE article_id = $1', [
      id,
    ]);
    const again = { key: publisher, body: JSON.parse(rows[0]?.input ?? '') };
    for (const headers of [{}, { prefer: 'wait=5' }]) {
      expect((await api.call('/v1/articles', { ...again, headers })).json).toMatchObject({ id, status: 'flagged', isNew: false });
    }
    await endHold(api.desk.pool, id);
    const over = await look(paper, id);
    expect(over).toMatchObject({ review: 'decided', decision: 'rejected', undoSeconds: null, actions: ['open_appeal'] });
    expect(namesOf(over)).toContain('review.decided');
    expect(over.version).toBeGreaterThan(page.version);
    expect(over.pulse).toEqual({ looking: [], claimant: null, version: over.version });
    expect(await read(publisher, id)).toMatchObject({ status: 'rejected', review: 'decided', decision: 'rejected' });
    expect(await idsOf(publisher, `${own}&status=rejected`)).toEqual([`${id} rejected`]);
    expect((await api.call('/v1/articles', again)).json.status).toBe('rejected');
    await expectFold(api.desk.pool, keyOf(id));
  });

  it('is nothing of a decision that was taken back while it was held back', async () => {
    const id = await api.flag();
    const page = await look(paper, id);
    await decide(ann, id, 'rejected');
    await act(ann, id, 'undo');
    expect(await look(paper, id)).toEqual(page);
    const after = await read(publisher, id);
    expect(after).toMatchObject({ status: 'flagged', review: 'flagged' });
    expect(namesOf(after)).not.toContain('review.decided');
    expect(namesOf(after)).not.toContain('decision.undone');
    expect(typesOf(after)).toEqual(['article.flagged']);
    const listed = (await api.call('/v1/deliveries?state=cancelled&limit=200', { key: publisher })).text;
    expect(listed).not.toContain('review.rejected');
    expect(namesOf(await read(desk, id)).slice(-2)).toEqual(['review.decided', 'decision.undone']);
    // One that was told, and then taken back, is.
    await decide(ann, id, 'rejected');
    await endHold(api.desk.pool, id);
    await look(paper, id);
    await act(ann, id, 'undo');
    const withdrawn = await look(paper, id);
    expect(withdrawn).toMatchObject({ review: 'flagged', decision: null, actions: [] });
    expect(namesOf(withdrawn).filter((name) => !/^(?:article|processing|delivery)\./u.test(name))).toEqual([
      'review.decided',
      'decision.undone',
    ]);
    await expectFold(api.desk.pool, keyOf(id));
  });

  it('is nothing of what was amended, nor of what the leads were asked, until the decision is told', async () => {
    const lead = await api.join('lead');
    const id = await api.flag({ text: FLAGGED });
    const { fence } = await act(ann, id, 'claim');
    await act(ann, id, 'escalate', { fence, reason: 'unsure' });
    const page = await look(paper, id);
    const { fence: ours } = await act(lead, id, 'claim');
    const { resultSha256: result } = await act(lead, id, 'amendments', { fence: ours, amendments: [RESTORE] });
    await act(lead, id, 'decide', { fence: ours, result, decision: 'accepted', reason: null });
    expect(await look(paper, id)).toEqual(page);
    expect(page).toMatchObject({ review: 'escalated', amendments: [] });
    expect(page.result.text).not.toContain(HIDDEN);
    await endHold(api.desk.pool, id);
    const over = await look(paper, id);
    expect(over).toMatchObject({ review: 'decided', resultSha256: result, amendments: [{ by: { id: lead.id, name: lead.id } }] });
    expect(over.result.text).toContain(HIDDEN);
  });

  it('is nothing of a decision on a newer revision that is held back, while the older one is looked at', async () => {
    const body = { id: 'twice', format: 'html', text: FLAGGED };
    const id = await api.flag(body);
    expect(await api.flag({ ...body, text: FLAGGED.replace('at four', 'at five') })).toBe(id);
    const [page, newer] = [await look(paper, id, 1), await look(paper, id, 2)];
    expect(newer.revision).toBe(2);
    const { fence, resultSha256: result } = await act(ann, id, 'claim', { revision: 2 });
    const decision = { revision: 2, fence, result, decision: 'rejected', reason: 'spam' };
    await act(ann, id, 'decide', decision);
    expect([await look(paper, id, 1), await look(paper, id, 2)]).toEqual([page, newer]);
    await endHold(api.desk.pool, id);
    expect(namesOf(await look(paper, id, 1))).toContain('review.decided');
    // Nor is one, once a newer revision has put an end to it.
    const again = await api.flag({ ...body, id: 'thrice' });
    const first = await look(paper, again);
    await decide(ann, again, 'rejected');
    await api.flag({ ...body, id: 'thrice', text: FLAGGED.replace('at four', 'at six') });
    const superseded = await look(paper, again, 1);
    expect(namesOf(superseded)).not.toContain('review.decided');
    expect(namesOf(superseded).slice(0, first.history.length)).toEqual(namesOf(first));
  });

  it('is the open appeal while its decision is held back, with the result that stood', async () => {
    const id = await api.flag({ text: FLAGGED });
    await decide(ann, id, 'rejected');
    await endHold(api.desk.pool, id);
    const opened = await appeal(id);
    const page = await look(paper, id);
    await decide(ben, id, 'accepted', { upheld: true }, 'appeals/decide');
    expect(await look(paper, id)).toEqual(page);
    expect(page).toMatchObject({ review: 'appealed', decision: 'rejected', priority: 2, actions: [] });
    expect(page.appeals).toMatchObject([{ id: opened, upheld: null, closedReason: null }]);
    // Nor by what a second appeal comes to.
    const second = await api.call(`/v1/articles/${id}/appeal`, { key: publisher, body: { text: 'It is news.' } });
    expect(second.json.code).toBe('appeal_open');
    const open = { id: opened, state: 'open', endedAt: null, closedReason: null };
    expect(await read(publisher, id)).toMatchObject({
      status: 'flagged',
      review: 'appealed',
      decision: 'rejected',
      appeals: [open],
    });
    await endHold(api.desk.pool, id);
    const after = await read(publisher, id);
    expect(after).toMatchObject({ status: 'accepted', decision: 'accepted', appeals: [{ id: opened, state: 'upheld' }] });
    expect(await look(paper, id)).toMatchObject({ decision: 'accepted', appeals: [{ id: opened, upheld: true }], actions: [] });
    await expectFold(api.desk.pool, keyOf(id));
  });

  it('is the result of a decision, by its own address, whatever comes after', async () => {
    const id = await api.flag({ text: FLAGGED });
    const { fence } = await act(ann, id, 'claim');
    const { resultSha256: amended } = await act(ann, id, 'amendments', { fence, amendments: [RESTORE] });
    await act(ann, id, 'decide', { fence, result: amended, decision: 'accepted', reason: null });
    expect((await read(publisher, id)).result.text).not.toContain(HIDDEN);
    await endHold(api.desk.pool, id);
    const told = await read(publisher, id);
    const delivery = told.deliveries.find(({ type }) => type === 'review.accepted')?.id;
    const bytes = () => api.call(`/v1/deliveries/${delivery}/result`, { key: publisher });
    expect(hashOf(await bytes())).toBe(amended);
    expect(told.result.text).toContain(HIDDEN);
    await appeal(id);
    const appealed = await read(publisher, id);
    expect([appealed.review, hashOf(await bytes())]).toEqual(['appealed', amended]);
    expect(await look(paper, id)).toMatchObject({ review: 'appealed', resultSha256: amended });
    expect(appealed.result.text).toContain(HIDDEN);
    await decide(ben, id, 'rejected', { upheld: true }, 'appeals/decide');
    await act(ben, id, 'undo');
    expect(hashOf(await bytes())).toBe(amended);
    expect((await read(publisher, id)).result.text).toContain(HIDDEN);
    expect((await api.call(`/v1/articles/${id}/replay`, { method: 'POST' })).status).toBe(202);
    await expect.poll(async () => (await read(publisher, id)).status, { timeout: 30_000 }).toBe('flagged');
    expect(hashOf(await bytes())).toBe(amended);
    expect((await read(publisher, id)).result.text).not.toContain(HIDDEN);
    expect((await api.call(`/v1/articles/${id}?revision=1`, { method: 'DELETE' })).status).toBeLessThan(300);
    expect((await bytes()).json.code).toBe('purged');
  });

  it('is that an appeal was closed, and why', async () => {
    const first = await accept('Tolm');
    const opened = await appeal(first.id);
    await api.call('/v1/articles', { key: publisher, body: { ...first.body, text: `${first.body.text}<p>It rained.</p>` } });
    const superseded = await read(publisher, first.id);
    expect(superseded.appeals).toMatchObject([{ id: opened, state: 'closed', closedReason: 'superseded' }]);
    expect(superseded.history.at(-1)).toMatchObject({ name: 'article.superseded', data: { by: 2, appeal: opened } });
    const shown = async (id: string) => [(await look(paper, id)).appeals, (await look(ann, id)).appeals];
    const closed = (id: unknown, closedReason: string) => Array(2).fill([{ id, upheld: null, closedReason }]);
    expect(await shown(first.id)).toMatchObject(closed(opened, 'superseded'));
    const second = await accept('Hesk');
    const again = await appeal(second.id);
    await api.call(`/v1/articles/${second.id}/replay`, { method: 'POST' });
    const replayed = await read(publisher, second.id);
    expect(replayed.appeals).toMatchObject([{ id: again, state: 'closed', closedReason: 'replayed' }]);
    expect(replayed.history.find(({ name }) => name === 'article.replayed')?.data).toMatchObject({ run: 2, appeal: again });
    expect(await shown(second.id)).toMatchObject(closed(again, 'replayed'));
    const third = await accept('Orve');
    const last = await appeal(third.id);
    await api.call(`/v1/articles/${third.id}`, { method: 'DELETE' });
    expect((await read(publisher, third.id)).appeals).toMatchObject([{ state: 'closed', closedReason: 'purged' }]);
    expect(await shown(third.id)).toMatchObject(closed(last, 'purged'));
    for (const { id } of [first, second, third]) await expectFold(api.desk.pool, keyOf(id));
  });

  it('is no new decision of the machine where people have decided: that comes to them', async () => {
    const { id } = await accept('Brill');
    await appeal(id);
    await decide(ann, id, 'rejected', { upheld: true }, 'appeals/decide');
    await endHold(api.desk.pool, id);
    expect((await read(publisher, id)).status).toBe('rejected');
    const isOver = async () => (await read(desk, id)).processing;
    expect((await api.call(`/v1/articles/${id}/replay`, { method: 'POST' })).status).toBe(202);
    await expect.poll(isOver, { timeout: 30_000 }).toBe('cleaned');
    expect(await read(publisher, id)).toMatchObject({ status: 'flagged', review: 'flagged', run: 2 });
    expect((await ann.call(`/v1/desk/articles/${id}`)).json).toMatchObject({
      reasons: ['people have decided on it before'],
      machine: { outcome: 'publish' },
    });
    // Nor after another one, which takes no key with the scope admin.
    expect((await api.call(`/v1/articles/${id}/replay`, { method: 'POST', key: publisher })).status).toBe(202);
    await expect.poll(async () => (await read(desk, id)).run, { timeout: 30_000 }).toBe(3);
    await expect.poll(isOver, { timeout: 30_000 }).toBe('cleaned');
    const after = await read(publisher, id);
    expect([after.status, typesOf(after)]).toEqual([
      'flagged',
      ['article.accepted', 'review.rejected', 'article.flagged', 'article.flagged'],
    ]);
    await decide(ben, id, 'accepted');
    await expectFold(api.desk.pool, keyOf(id));
  });

  it('is nothing of a decision that the same key is to look at without knowing it', async () => {
    await api.desk.pool.query('UPDATE copydesk.tenants SET second_review_share = 1');
    const id = await api.flag({ source: 'blind-gazette' });
    await decide(ann, id, 'rejected');
    await api.desk.pool.query('UPDATE copydesk.tenants SET second_review_share = 0');
    await endHold(api.desk.pool, id);
    await api.desk.pool.query(`UPDATE copydesk.checks SET decided_at = now() - interval '1 minute'`);
    const delivery = (await read(publisher, id)).deliveries.find(({ type }) => type === 'review.rejected')?.id;
    expect((await api.call('/v1/desk/checks/next', { key: desk })).json).toMatchObject({ id });
    const blind = await read(desk, id);
    expect(blind).toMatchObject({ status: 'flagged', review: 'flagged', decision: null });
    expect(namesOf(blind).filter((name) => !/^(?:article|processing)\./u.test(name))).toEqual([]);
    expect(typesOf(blind)).toEqual(['article.flagged']);
    expect(await idsOf(desk, 'source=blind-gazette')).toEqual([`${id} flagged`]);
    expect(await idsOf(desk, 'source=blind-gazette&status=rejected')).toEqual([]);
    expect(await idsOf(publisher, 'source=blind-gazette&status=rejected')).toEqual([`${id} rejected`]);
    const feed = async (key: string) => (await api.call('/v1/deliveries?limit=200&bodies=false', { key })).text;
    expect(await feed(desk)).not.toContain(delivery);
    expect(await feed(publisher)).toContain(delivery);
    expect((await api.call(`/v1/deliveries/${delivery}/result`, { key: desk })).json.code).toBe('unknown_delivery');
    const body = { revision: 1, decision: 'rejected', reason: 'spam' };
    expect((await api.call(`/v1/desk/articles/${id}/check`, { key: desk, body })).status).toBe(200);
    expect(await read(desk, id)).toMatchObject({ status: 'rejected', review: 'decided' });
    expect(await feed(desk)).toContain(delivery);
  });
});
