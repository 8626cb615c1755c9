import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ModeratedArticle } from '../../../../src/moderation/model/moderated-article.ts';
import { CANARY, expectLogContract } from '../../open-test-desk.ts';
import { availableModes } from '../../test-place.ts';
import { send } from '../open-test-api.ts';
import { openTestDeskApi, readEvents, type TestDeskApi, type Visitor } from './open-test-desk-api.ts';

const HIDDEN = `The pilots also asked for a second light ${CANARY} on the northern pier.`;
const TEXT = `<article><h1>Pilots of Merrow meet the council</h1><p>The harbour council of Merrow met at noon on Monday to hear what the pilots of
  the eastern channel wanted from it.</p><p style="display:none">${HIDDEN}</p><p>The pilots of the eastern channel came by boat.</p><p>The council meets again on Friday.</p></article>`;
const at = (part: string) => ({ start: TEXT.indexOf(part), end: TEXT.indexOf(part) + part.length });
const RESTORE = { kind: 'restore', ...at(HIDDEN) };

describe.each(availableModes())('what is told of rules that people correct, in the mode %s', (mode) => {
  let api: TestDeskApi;
  let ann: Visitor;
  let lead: Visitor;
  let rule: string;

  beforeAll(async () => {
    api = await openTestDeskApi(mode);
    ann = await api.join('moderator');
    lead = await api.join('lead');
  }, 200_000);

  afterAll(async () => {
    expectLogContract(api.place);
    await api.close();
  }, 200_000);

  const act = async (id: string, name: string, body: object = {}) => {
    const { json, status, text } = await ann.call(`/v1/desk/articles/${id}/${name}`, { body: { revision: 1, ...body } });
    expect(status, text).toBe(200);
    return json as unknown as {
      readonly fence: number;
      readonly resultSha256: string;
      readonly result: ModeratedArticle;
      readonly amendments: readonly { readonly id: string }[];
    };
  };
  /** Changes an article, or says that what is hidden in it is fine, and accepts it. */
  const correct = async (...wished: readonly object[]) => {
    const id = await api.flag({ text: TEXT, source: 'gazette' });
    const { fence, result } = await act(id, 'claim');
    const found = result.findings.find(({ kind }) => kind === 'hidden_text');
    rule = found?.rule ?? '';
    const amendments =
      wished.length > 0 ? wished : [{ kind: 'reclassify', start: found?.start, end: found?.end, rule, to: 'fine' }];
    const changed = await act(id, 'amendments', { fence, amendments });
    await act(id, 'decide', { fence, decision: 'accepted', reason: null, result: changed.resultSha256 });
    return id;
  };
  /** The samples of what was restored, without those that are known and still 0. */
  const readRestored = async () =>
    (await send(api.desk.url ?? '', '/metrics')).text
      .split('\n')
      .filter((line) => /^copydesk_(?:spans|rule)_restored_total\{/u.test(line) && !line.endsWith(' 0'));
  const eventOf = async (id: string, name: string) => {
    const { rows } = await api.desk.pool.query<{ data: object }>(
      'SELECT data FROM copydesk.events WHERE article_id = $1 AND name = $2',
      [id, name],
    );
    return rows.map(({ data }) => data);
  };

  it('counts restored spans by kind and by rule, and says in event and line which finding it was', async () => {
    expect(await readRestored()).toEqual([]);
    const one = await correct(RESTORE, { kind: 'replace', ...at('by boat'), text: 'on foot' });
    const other = await correct(RESTORE);
    expect(rule).toMatch(/^\w[\w.-]*@\d+$/u);
    const about = { kind: 'hidden_text', rule };
    for (const id of [one, other]) expect(await eventOf(id, 'span.restored')).toEqual([expect.objectContaining(about)]);
    const [edited] = await eventOf(one, 'text.edited');
    expect(Object.keys(edited ?? {}).sort()).toEqual(['amendment', 'by', 'fence', 'sha256']);
    const lines = readEvents(api, 'span.restored');
    expect(lines).toMatchObject([
      { article_id: one, ...about },
      { article_id: other, ...about },
    ]);
    expect(readEvents(api, 'text.edited')[0]).not.toHaveProperty('rule');
    const restored = await readRestored();
    expect(restored.sort()).toEqual([
      `copydesk_rule_restored_total{rule="${rule}"} 2`,
      'copydesk_spans_restored_total{kind="hidden_text"} 2',
    ]);
  });

  it('says of a finding that is called wrong which one it was', async () => {
    const id = await correct();
    expect(await eventOf(id, 'finding.reclassified')).toEqual([expect.objectContaining({ kind: 'hidden_text', rule })]);
    expect(readEvents(api, 'finding.reclassified')).toMatchObject([{ article_id: id, kind: 'hidden_text', rule }]);
  });

  it('counts what stands when an article is accepted, alike in log, metrics and precision', async () => {
    const before = await readRestored();
    const id = await api.flag({ text: TEXT, source: 'gazette' });
    const { fence, result } = await act(id, 'claim');
    for (let round = 0; round < 3; round++) {
      const { amendments } = await act(id, 'amendments', { fence, amendments: [RESTORE] });
      await act(id, 'amendments/withdraw', { fence, amendments: amendments.map((one) => one.id) });
    }
    expect(await readRestored()).toEqual(before);
    const { resultSha256 } = await act(id, 'amendments', { fence, amendments: [RESTORE] });
    await act(id, 'decide', { fence, decision: 'accepted', reason: null, result: resultSha256 });
    await act(id, 'undo');
    const [decided, undone] = ['review.decided', 'decision.undone'] as const;
    const linesOf = (name: typeof decided | typeof undone) => readEvents(api, name).filter(({ article_id }) => article_id === id);
    const counts = { kinds: { hidden_text: 1 }, rules: { [rule]: 1 } };
    expect(linesOf(decided)).toMatchObject([{ restored_kinds: counts.kinds, restored_rules: counts.rules }]);
    expect(linesOf(undone)).toMatchObject([{ unrestored_kinds: counts.kinds, unrestored_rules: counts.rules }]);
    expect(result.findings.some((finding) => finding.rule === rule)).toBe(true);
    const { text } = await send(api.desk.url ?? '', '/metrics');
    expect(text).toContain(`copydesk_rule_restores_withdrawn_total{rule="${rule}"} 1`);
    expect(text).toContain('copydesk_restores_withdrawn_total{kind="hidden_text"} 1');
    expect(await readRestored()).toEqual([
      'copydesk_spans_restored_total{kind="hidden_text"} 4',
      `copydesk_rule_restored_total{rule="${rule}"} 4`,
    ]);
  });

  it('gives a lead the precision by rule and source, without a word of the articles', async () => {
    const { status, json, text } = await lead.call('/v1/desk/precision?days=1');
    expect(status).toBe(200);
    const group = { removed: 0, restored: 3, decisions: 3, restoredIn: 3, rate: 1 };
    expect(json).toMatchObject({
      tenant: 'default',
      windowDays: 1,
      isCut: false,
      compared: 0,
      proposals: { entries: [], more: 0 },
    });
    const { rules, sources, pairs } = json as Record<string, { entries: readonly Record<string, unknown>[] }>;
    expect(rules?.entries.find((entry) => entry.rule === rule)).toMatchObject(group);
    expect(pairs?.entries.find((entry) => entry.rule === rule)).toMatchObject({ source: 'gazette', ...group });
    expect(sources?.entries).toMatchObject([{ source: 'gazette', decisions: 3, restoredIn: 3 }]);
    for (const word of [CANARY, 'pilots', 'council']) expect(text.toLowerCase()).not.toContain(word.toLowerCase());
  });

  it.each([
    ['days=0', '/days'],
    ['days=7&windowDays=8', '/windowDays'],
    ['days=61&windowDays=1', '/windowDays'],
    ['top=201', '/top'],
  ])('refuses %s', async (query, pointer) => {
    const { status, json } = await lead.call(`/v1/desk/precision?${query}`);
    expect([status, (json.errors as readonly { pointer: string }[] | undefined)?.[0]?.pointer]).toEqual([422, pointer]);
  });
});
