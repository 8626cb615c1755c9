import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isUpheld } from '../../../../web/src/model/is-upheld.ts';
import { CLEAN } from '../../review/open-review.ts';
import { availableModes } from '../../test-place.ts';
import { type DeskJson, openTestDeskApi, type TestDeskApi, type Visitor } from './open-test-desk-api.ts';

type Decision = 'accepted' | 'rejected';

/** An article of the desk with an appeal. */
interface Appealed extends DeskJson {
  readonly against: { readonly decision: Decision; readonly result: string } | null;
}

describe.each(availableModes())('what an appeal is against, in the mode %s', (mode) => {
  let api: TestDeskApi;
  let ann: Visitor;
  let ben: Visitor;
  let publisher: Visitor;
  let key: string;
  let count = 0;

  beforeAll(async () => {
    api = await openTestDeskApi(mode);
    [ann, ben, publisher] = [await api.join('moderator'), await api.join('moderator'), await api.join('publisher', 'default')];
    key = String((await api.call('/v1/keys', { body: { name: 'paper', scopes: ['submit', 'read'] } })).json.key);
  }, 200_000);

  afterAll(() => api.close(), 200_000);

  const read = async (visitor: Visitor, id: string) =>
    (await visitor.call(`/v1/desk/articles/${id}`)).json as unknown as Appealed;
  const act = async (visitor: Visitor, id: string, name: string, body: object = {}) => {
    const { status, json, text } = await visitor.call(`/v1/desk/articles/${id}/${name}`, { body: { revision: 1, ...body } });
    expect(status, text).toBe(200);
    return json as unknown as Appealed;
  };
  const wish = ({ fence, resultSha256: result }: Appealed, decision: Decision) => ({
    ...{ fence, result, decision, reason: decision === 'rejected' ? 'spam' : null },
  });
  const decide = async (visitor: Visitor, id: string, decision: Decision) =>
    act(visitor, id, 'decide', wish(await act(visitor, id, 'claim'), decision));
  /** As ten seconds later. */
  const endHold = (id: string) =>
    api.desk.pool.query("UPDATE copydesk.deliveries SET due_at = now() - interval '1 second' WHERE article_id = $1", [id]);
  const appeal = async (id: string) => {
    const { status, text } = await api.call(`/v1/articles/${id}/appeal`, { key, body: { text: 'It is wrong.' } });
    expect(status, text).toBe(201);
    return id;
  };

  const accept = async () => {
    const body = { id: `clean ${count++}`, format: 'html', text: CLEAN };
    const { json, text } = await api.call('/v1/articles', { body, headers: { prefer: 'wait=30' } });
    expect(json.status, text).toBe('accepted');
    return appeal(String(json.id));
  };
  const judge = async (decision: Decision, isUndone = false) => {
    const id = await api.flag();
    if (isUndone) {
      await decide(ann, id, decision === 'accepted' ? 'rejected' : 'accepted');
      await act(ann, id, 'undo');
    }
    await decide(ann, id, decision);
    await endHold(id);
    return appeal(id);
  };
  const undo = async () => {
    const id = await accept();
    const article = await act(ben, id, 'claim');
    expect((await act(ben, id, 'appeals/decide', { ...wish(article, 'rejected'), upheld: true })).against).toBeNull();
    await act(ben, id, 'undo');
    return id;
  };

  it.each([
    ["the machine's acceptance", accept, 'accepted'],
    ['the rejection of a person', () => judge('rejected'), 'rejected'],
    ['the acceptance of a person', () => judge('accepted'), 'accepted'],
    ['the rejection that followed an acceptance that was undone', () => judge('rejected', true), 'rejected'],
    ['the acceptance that followed a rejection that was undone', () => judge('accepted', true), 'accepted'],
    ["the machine's acceptance again, when the decision on the appeal was undone", undo, 'accepted'],
  ] as const)('is %s, and whoever decides the same on the same dismisses it', async (_, open, decision) => {
    const id = await open();
    const before = await read(ben, id);
    expect(before).toMatchObject({ review: 'appealed', against: { decision, result: before.resultSha256 } });
    expect(await read(publisher, id)).toMatchObject({ review: 'appealed', against: null });
    const article = await act(ben, id, 'claim');
    expect(article.against).toEqual(before.against);
    expect(isUpheld(article, decision === 'accepted' ? 'rejected' : 'accepted')).toBe(true);
    const upheld = isUpheld(article, decision);
    expect(upheld).toBe(false);
    const after = await act(ben, id, 'appeals/decide', { ...wish(article, decision), upheld });
    expect(after).toMatchObject({ review: 'decided', decision, against: null });
  });

  it('is about what the machine made, also when the article was amended since', async () => {
    const id = await accept();
    const { fence, resultSha256, against } = await act(ben, id, 'claim');
    const start = CLEAN.indexOf('The ', CLEAN.indexOf('<p>'));
    const amendments = [{ kind: 'remove', start, end: start + 12 }];
    const amended = await act(ben, id, 'amendments', { fence, amendments });
    expect(amended.resultSha256).not.toBe(resultSha256);
    expect(amended.against).toEqual(against);
    expect(isUpheld(amended, 'accepted')).toBe(true);
    const after = await act(ben, id, 'appeals/decide', { ...wish(amended, 'accepted'), upheld: true });
    expect(after).toMatchObject({ review: 'decided', decision: 'accepted' });
  });

  it('is nothing while nobody has appealed', async () => {
    expect((await read(ben, await api.flag())).against).toBeNull();
  });
});
