import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REVIEW_REASONS } from '../../../../src/service/review/review-reasons.ts';
import { endHold } from '../../end-hold.ts';
import { endLease } from '../../end-lease.ts';
import { CANARY, expectFold, expectLogContract } from '../../open-test-desk.ts';
import { availableModes } from '../../test-place.ts';
import { type DeskJson, openTestDeskApi, readEvents, type TestDeskApi, type Visitor } from './open-test-desk-api.ts';

describe.each(availableModes())('the way of an article over the desk, in the mode %s', (mode) => {
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

  const read = async (visitor: Visitor, id: string) => {
    const { status, json, text } = await visitor.call(`/v1/desk/articles/${id}`);
    expect(status, text).toBe(200);
    return json as unknown as DeskJson;
  };
  const act = (visitor: Visitor, id: string, name: string, body: object = {}) =>
    visitor.call(`/v1/desk/articles/${id}/${name}`, { body: { revision: 1, ...body } });
  const decision = ({ fence, resultSha256: result }: DeskJson, decision = 'accepted') => ({
    ...{ fence, result, decision, reason: decision === 'rejected' ? 'spam' : null },
  });

  it('claims, decides, undoes and decides again', async () => {
    const id = await api.flag();
    const before = await read(ann, id);
    expect(before).toMatchObject({
      review: 'flagged',
      claimant: null,
      actions: ['claim', 'note', 'propose_rule'],
      amendments: [],
    });
    const claimed = (await act(ann, id, 'claim')).json as unknown as DeskJson;
    expect(claimed).toMatchObject({ claimant: { id: ann.id, role: 'moderator' }, fence: 1, undoSeconds: null });
    expect(claimed.leaseSeconds).toBeGreaterThan(55);
    const effort = { keys: 1, seconds: 12.5 };
    const decided = (await act(ann, id, 'decide', { ...decision(claimed), reason: 'false_alarm', effort })).json;
    expect(decided).toMatchObject({ review: 'decided', decision: 'accepted', claimant: null });
    expect(decided.undoSeconds).toBeGreaterThan(5);
    expect(decided.actions).toContain('undo');
    expect((await read(ben, id)).actions).not.toContain('undo');
    const undone = (await act(ann, id, 'undo')).json as unknown as DeskJson;
    expect(undone).toMatchObject({ review: 'flagged', decision: null, claimant: { id: ann.id }, fence: 2 });
    const again = await act(ann, id, 'decide', decision(undone, 'rejected'));
    expect(again.json).toMatchObject({ review: 'decided', decision: 'rejected' });
    await expectFold(api.desk.pool, { tenant: 'default', articleId: id, revision: 1 });
    const [line] = readEvents(api, 'review.decided').filter(({ article_id: one }) => one === id);
    expect(line).toMatchObject({
      person: ann.id,
      fence: 1,
      decision: 'accepted',
      reason: 'false_alarm',
      keys: 1,
      review_seconds: 12.5,
    });
  });

  it('tells the second who comes, and whoever acts on what is over', async () => {
    const id = await api.flag();
    const claimed = (await act(ann, id, 'claim')).json as unknown as DeskJson;
    expect((await act(ben, id, 'claim')).json).toMatchObject({ status: 409, code: 'claimed' });
    expect((await act(ben, id, 'decide', decision(claimed))).json.code).toBe('claimed');
    expect((await act(ann, id, 'decide', { ...decision(claimed), fence: 0 })).json.code).toBe('stale_claim');
    expect((await act(ann, id, 'decide', { ...decision(claimed), result: '0'.repeat(64) })).json.code).toBe('stale_result');
    expect((await act(ann, id, 'release', { fence: 1 })).json.claimant).toBeNull();
    expect((await act(ann, id, 'decide', decision(claimed))).json.code).toBe('unclaimed');
    expect((await act(ann, id, 'undo')).json.code).toBe('not_decided');
    expect((await act(ann, 'art_none', 'claim')).json).toMatchObject({ status: 404, code: 'unknown_article' });
    expect((await act(lead, id, 'claim')).json).toMatchObject({ claimant: { id: lead.id }, fence: 2 });
  });

  it('shows what came in, what was made of it, and other articles that it shares text with', async () => {
    const first = await api.flag({ title: 'The first', source: 'gazette', url: 'https://gazette.example/first' });
    const id = await api.flag({ title: 'The second' });
    const article = await read(ann, id);
    expect(article.original).toContain('pills.example');
    expect(article).toMatchObject({ url: null, title: 'The second', revisions: [1], machine: { outcome: 'review' } });
    const { text, findings } = article.result as { text: string; findings: { id: string; kind: string }[] };
    expect(text).not.toContain('pills');
    const copies = article.copies as { id: string; findings: string[] }[];
    const named = findings.filter(({ kind }) => kind === 'cross_article_duplicate').map((finding) => finding.id);
    expect(named.length).toBeGreaterThan(0);
    expect(copies.flatMap((copy) => copy.findings).sort()).toEqual(named.sort());
    for (const copy of copies) expect(await read(ann, copy.id)).toMatchObject({ id: copy.id });
    expect(await read(ann, first)).toMatchObject({ url: 'https://gazette.example/first', source: 'gazette' });
  });

  it('tells the history of all revisions, with those who acted by name', async () => {
    const external = { id: 'revised', title: 'Once' };
    const id = await api.flag(external);
    await act(ann, id, 'claim');
    await act(ben, id, 'notes', { text: `${CANARY}: look at the second line` });
    await api.flag({ ...external, title: 'Twice' });
    const newest = await read(ann, id);
    expect(newest).toMatchObject({ revision: 2, title: 'Twice', revisions: [1, 2], claimant: null });
    const history = newest.history as { name: string; revision: number; by: { id: string; name: string } | null }[];
    expect(history.map(({ revision, name, by }) => [revision, name, by?.id ?? null])).toEqual([
      [1, 'article.received', null],
      [1, 'article.queued', null],
      [1, 'processing.started', null],
      [1, 'article.cleaned', null],
      [1, 'article.flagged', null],
      [1, 'review.claimed', ann.id],
      [1, 'review.noted', ben.id],
      [1, 'article.superseded', null],
      [2, 'article.received', null],
      [2, 'article.queued', null],
      [2, 'processing.started', null],
      [2, 'article.cleaned', null],
      [2, 'article.flagged', null],
    ]);
    expect(newest.notes).toMatchObject([{ by: { id: ben.id }, text: `${CANARY}: look at the second line` }]);
    const old = await ann.call(`/v1/desk/articles/${id}?revision=1`);
    expect(old.json).toMatchObject({ revision: 1, title: 'Once', review: 'none', actions: [] });
    expect((await ann.call(`/v1/desk/articles/${id}?revision=3`)).json.code).toBe('unknown_article');
    expect((await act(ann, id, 'claim')).json.code).toBe('not_on_desk');
  });

  it('keeps the history of what was purged, and nothing of its content', async () => {
    const id = await api.flag({ title: `${CANARY} in the title`, url: `https://${CANARY}.example/` });
    await act(ann, id, 'notes', { text: `${CANARY} in a note` });
    await act(ann, id, 'claim');
    await api.call(`/v1/articles/${id}`, { method: 'DELETE' });
    const { text, json } = await ann.call(`/v1/desk/articles/${id}`);
    expect(text).not.toContain(CANARY);
    expect(json).toMatchObject({ original: null, url: null, result: null, resultSha256: null, machine: null, actions: [] });
    expect(json.notes).toMatchObject([{ text: null, by: { id: ann.id } }]);
    expect((await act(ann, id, 'notes', { text: 'too late' })).json.code).toBe('conflict');
  });

  it('says who else has an article open', async () => {
    const id = await api.flag();
    const look = async (visitor: Visitor) => (await act(visitor, id, 'looking')).json;
    expect(await look(ann)).toMatchObject({ looking: [], claimant: null });
    expect(await look(ben)).toMatchObject({ looking: [{ id: ann.id }] });
    expect((await read(ann, id)).looking).toMatchObject([{ id: ben.id }]);
    const { version } = await read(ann, id);
    await act(ben, id, 'claim');
    expect(await look(ann)).toMatchObject({ looking: [{ id: ben.id }], claimant: { id: ben.id }, version: version + 1 });
    await api.desk.pool.query("UPDATE copydesk.looking SET seen_at = now() - interval '31 seconds' WHERE person = $1", [ben.id]);
    expect(await look(ann)).toMatchObject({ looking: [] });
    expect((await act(ann, 'art_none', 'looking')).json.code).toBe('unknown_article');
  });

  it('keeps a claim that is renewed, and ends one whose page went away', async () => {
    const [kept, left] = [await api.flag(), await api.flag()];
    for (const id of [kept, left]) await act(ann, id, 'claim');
    const renewed = await act(ann, kept, 'renew', { fence: 1 });
    expect(renewed.json).toMatchObject({ leaseSeconds: 60, looking: [], version: (await read(ann, kept)).version });
    await endLease(api.desk.pool, left);
    expect((await act(ann, left, 'renew', { fence: 1 })).json.code).toMatch(/^(?:un|stale_)claim/u);
    expect((await act(ann, kept, 'renew', { fence: 2 })).json.code).toBe('stale_claim');
    expect((await act(ben, kept, 'renew', { fence: 1 })).json.code).toBe('claimed');
    const names = async () => ((await read(ann, left)).history as { name: string }[]).map(({ name }) => name);
    await expect.poll(names, { timeout: 20_000, interval: 500 }).toContain('review.lease_expired');
    expect(readEvents(api, 'review.lease_expired').filter(({ article_id: one }) => one === left)).toMatchObject([
      { person: ann.id, fence: 1 },
    ]);
    expect((await read(ann, kept)).claimant).toMatchObject({ id: ann.id });
  });

  it('lets a program decide, under the name of its key', async () => {
    const id = await api.flag();
    const { json: key } = await api.call('/v1/keys', { body: { name: 'night shift', scopes: ['review'] } });
    const program = `key:${String(key.id)}`;
    const say = (name: string, body: object = {}) =>
      api.call(`/v1/desk/articles/${id}/${name}`, { key: String(key.key), body: { revision: 1, ...body } });
    const claimed = (await say('claim')).json as unknown as DeskJson;
    expect(claimed.claimant).toEqual({ id: program, name: 'night shift', role: 'moderator', tenant: 'default' });
    expect((await say('decide', decision(claimed))).json).toMatchObject({ review: 'decided' });
    const { history } = await read(lead, id);
    expect((history as { by: object | null }[]).at(-1)?.by).toMatchObject({ id: program, name: 'night shift' });
  });

  it('shows a publisher what became of an article, and lets them do nothing with it', async () => {
    const publisher = await api.join('publisher', 'default');
    const id = await api.flag();
    expect((await read(publisher, id)).actions).toEqual([]);
    for (const name of ['claim', 'undo']) expect((await act(publisher, id, name)).json.code).toBe('forbidden');
    expect((await act(publisher, id, 'looking')).status).toBe(200);
  });

  it('shows a publisher nothing of how the desk works', async () => {
    const publisher = await api.join('publisher', 'default');
    await api.flag({ title: 'A near copy' });
    const id = await api.flag();
    const claimed = (await act(ann, id, 'claim')).json as unknown as DeskJson;
    await act(ann, id, 'notes', { text: 'They send us this each week.' });
    await act(ben, id, 'looking');
    const original = String(claimed.original);
    const start = original.indexOf('Buy pills');
    const restore = { kind: 'restore', start, end: original.indexOf('</p>', start) };
    const amended = (await act(ann, id, 'amendments', { fence: 1, amendments: [restore] })).json as unknown as DeskJson;
    expect(amended.result).toMatchObject({ text: expect.stringContaining('Buy pills') });
    const open = await read(publisher, id);
    expect(open).toMatchObject({
      ...{ review: 'flagged', claimant: null, leaseSeconds: null, notes: [], looking: [], copies: [], amendments: [] },
      resultSha256: claimed.resultSha256,
    });
    expect((open.result as { text: string }).text).not.toContain('Buy pills');
    expect(JSON.stringify(open)).not.toContain(ann.id);
    expect((await act(publisher, id, 'looking')).json).toMatchObject({ looking: [], claimant: null });
    const { claimant } = await read(lead, id);
    await act(ann, id, 'decide', decision(amended));
    expect(await read(publisher, id)).toEqual(open);
    await endHold(api.desk.pool, id);
    const over = await read(publisher, id);
    expect(over).toMatchObject({ review: 'decided', resultSha256: amended.resultSha256, notes: [] });
    const names = (over.history as { name: string; by: object | null }[]).filter(({ by }) => by !== null);
    expect(names).toMatchObject([{ name: 'review.decided', by: { id: ann.id, name: ann.id } }]);
    expect(JSON.stringify(over)).not.toContain((claimant as { name: string } | null)?.name);
  });

  it('offers what is then allowed, and nothing that is not', async () => {
    const id = await api.flag();
    const tries: Readonly<Record<string, (article: DeskJson) => object>> = {
      claim: () => ({}),
      skip: ({ fence }) => ({ fence }),
      escalate: ({ fence }) => ({ fence, reason: 'unsure' }),
      accept: (article) => decision(article),
      undo: () => ({}),
      release: ({ fence }) => ({ fence }),
    };
    for (const visitor of [ann, ben, lead, ann, lead, lead]) {
      for (const [name, make] of Object.entries(tries)) {
        const before = await read(visitor, id);
        const isOffered = (before.actions as string[]).includes(name);
        const { status } = await act(visitor, id, name === 'accept' ? 'decide' : name, make(before));
        // A claim may be taken again by whoever has it: the page was opened anew.
        const isAgain = name === 'claim' && (before.claimant as { id: string } | null)?.id === visitor.id;
        expect([name, status < 300]).toEqual([name, isOffered || isAgain]);
      }
    }
    await expectFold(api.desk.pool, { tenant: 'default', articleId: id, revision: 1 });
  });

  it('takes the reasons of a list only, and asks for one where an article is held back', async () => {
    const id = await api.flag();
    const claimed = (await act(ann, id, 'claim')).json as unknown as DeskJson;
    const rejecting = decision(claimed, 'rejected');
    const wrong = [
      ['decide', { ...rejecting, reason: null }],
      ['decide', { ...rejecting, reason: 'ada_moor_is_a_fraud' }],
      ['decide', { ...rejecting, reason: 'legal' }],
      ['decide', { ...decision(claimed), reason: 'spam' }],
      ['escalate', { fence: 1, reason: null }],
      ['escalate', { fence: 1, reason: 'spam' }],
      ['appeals/decide', { ...rejecting, reason: null, upheld: true }],
      ['check', { decision: 'rejected', reason: null }],
    ] as const;
    for (const [name, body] of wrong) {
      const { status, json } = await act(ann, id, name, body);
      expect([name, body.reason, status, json.code]).toEqual([name, body.reason, 400, 'bad_reason']);
    }
    const refused = await act(ann, id, 'decide', { ...rejecting, reason: 'fake' });
    expect(refused.json.detail).toBe(`rejected takes one of: ${REVIEW_REASONS.rejected.join(', ')}.`);
    for (const reason of [null, 'fake']) {
      const { json } = await lead.call('/v1/desk/bulk', { body: { filter: {}, decision: 'rejected', reason, dryRun: true } });
      expect(json.code).toBe('bad_reason');
    }
    expect(await read(ann, id)).toMatchObject({ review: 'flagged', claimant: { id: ann.id } });
    expect((await act(ann, id, 'escalate', { fence: 1, reason: 'legal' })).json.review).toBe('escalated');
  });
});
