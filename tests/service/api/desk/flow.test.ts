import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectFold, expectLogContract } from '../../open-test-desk.ts';
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
    ...{ fence, result, decision, reason: null },
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
    const decided = (await act(ann, id, 'decide', { ...decision(claimed), reason: 'fine_as_it_is', effort })).json;
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
      reason: 'fine_as_it_is',
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
});
