import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinRules, loadLearnedRule, loadRuleset, type moderate } from '../../../src/index.ts';
import { readRule } from '../../../src/service/rules/read-rule.ts';
import { type Answered, openTestApi, type TestApi } from '../api/open-test-api.ts';
import { CANARY, expectLogContract } from '../open-test-desk.ts';
import { availableModes } from '../test-place.ts';
import { verifyRuleChain } from './verify-rule-chain.ts';

const BASE = loadRuleset();
const STORY = 'The harbour council of Merrow met at noon on Monday to hear what the pilots wanted.';
const advertOf = (number: number) => `Lamps of the tide ${CANARY}: ${number}% off at Quaymart`;
const textOf = (number: number, advert: string) =>
  `${STORY}\n\nThe pilots of boat ${number} want lamps of their own.\n\n${advert}\n\nThey left at four, said clerk ${number}.`;

interface Proposal {
  readonly form: string;
  readonly text: string;
  readonly scope: string;
  readonly maxWords: number;
}

describe.each(availableModes())('rules from spans, in the mode %s', (mode) => {
  let api: TestApi;
  const keys = new Map<string, string>();
  let count = 0;

  const keyFor = async (tenant: string, scopes: readonly string[]) => {
    const { json } = await api.call('/v1/keys', {
      body: { name: scopes.join(), scopes },
      headers: { 'copydesk-tenant': tenant },
    });
    return String(json.key);
  };
  const as = (who: string, path: string, body?: unknown, method?: string): Promise<Answered> =>
    api.call(path, { key: keys.get(who) ?? '', ...(body !== undefined && { body }), ...(method !== undefined && { method }) });
  /** An article of a tenant with an advert in it; its result. */
  const submit = async (tenant: string, advert = advertOf(20)) => {
    const text = textOf(count, advert);
    const body = { id: `article ${count++}`, text };
    const headers = { prefer: 'wait=60', 'copydesk-tenant': tenant };
    const { json } = await api.call('/v1/articles', { body, headers });
    const result = json.result as ReturnType<typeof moderate>;
    expect(result.schema).toBe('copydesk.moderated-article/1');
    return { id: String(json.id), text, result };
  };
  const untilTested = async (who: string, id: string) => {
    const read = async () => (await as(who, `/v1/desk/rules/${id}`)).json as Record<string, never>;
    await expect.poll(async () => (await read()).backtest, { timeout: 60_000 }).toMatchObject({ state: 'done' });
    return read();
  };
  /** Proposes a rule of a name for the advert of an article. */
  const learn = async (tenant: string, name: string, more: object = {}) => {
    const { id, text } = await submit(tenant);
    const start = text.indexOf('Lamps');
    const from = { id, revision: 1, start, end: text.indexOf('Quaymart') + 8 };
    const body = { name, kind: 'spam_insert', form: 'pattern', text: `lamps of the tide ${CANARY} {number}% off`, from, ...more };
    return { from, answer: await as(`${tenant} moderator`, '/v1/desk/rules', body) };
  };
  const rulesetOf = async (tenant: string) => (await submit(tenant)).result.provenance.ruleset;

  beforeAll(async () => {
    api = await openTestApi(mode);
    for (const id of ['one', 'two', 'three', 'four']) {
      await api.call('/v1/tenants', { body: { id } });
      keys.set(`${id} moderator`, await keyFor(id, ['review']));
      keys.set(`${id} lead`, await keyFor(id, ['review', 'admin']));
    }
  }, 200_000);

  afterAll(async () => {
    const { rows } = await api.desk.pool.query<{ text: string }>(
      "SELECT coalesce(string_agg(e::text, ' '), '') AS text FROM copydesk.rule_events e",
    );
    expect(rows[0]?.text).toContain('rule.proposed');
    expect(rows[0]?.text).not.toContain(CANARY);
    await api.desk.close();
    expectLogContract(api.place);
    await api.place.remove();
  }, 200_000);

  it('are proposed, back-tested, tried in shadow, activated and retired', async () => {
    const articles = [await submit('one'), await submit('one', advertOf(35)), await submit('one', 'The tide was off at nine.')];
    const [{ id, text } = { id: '', text: '' }] = articles;
    const from = { id, revision: 1, start: text.indexOf('Lamps'), end: text.indexOf('Quaymart') + 8 };
    const { json: asked } = await as('one moderator', '/v1/desk/rules/propose', from);
    expect(asked).toMatchObject({ kind: 'spam_insert' });
    const proposals = asked.proposals as Proposal[];
    const pattern = proposals.find(({ text: one }) => one.includes('{number}%'));
    expect(pattern).toMatchObject({ form: 'pattern', scope: 'block' });

    const body = { name: 'tide-lamps', kind: 'spam_insert', form: 'pattern', text: pattern?.text, from };
    const created = await as('one moderator', '/v1/desk/rules', body);
    expect(created.status).toBe(201);
    const rule = `/v1/desk/rules/${created.json.id}`;
    expect(created.json).toMatchObject({ rule: 'learned.tide-lamps@1', state: 'proposed', match: [advertOf(20)], live: null });

    const tested = await untilTested('one moderator', String(created.json.id));
    expect(tested.backtest).toMatchObject({ looked: 3, total: 3, isWhole: true, articles: 2, hits: 2, covered: 0 });
    const places = (tested as unknown as { backtest: { places: { start: number; id: string; snippet: { text: string } }[] } })
      .backtest.places;
    expect(places.map(({ snippet }) => snippet.text).sort()).toEqual([advertOf(20), advertOf(35)]);
    // The back-test has found a text that comes near and must not match.
    expect(tested.isProven).toBe(true);
    expect(tested.actions).toEqual(['prove', 'backtest', 'shadow', 'retire']);

    expect((await as('one moderator', `${rule}/activate`, undefined, 'POST')).json.code).toBe('forbidden');
    expect((await as('one lead', `${rule}/activate`, undefined, 'POST')).json.code).toBe('rule_state');
    const shadowed = await as('one moderator', `${rule}/shadow`, undefined, 'POST');
    expect(shadowed.json).toMatchObject({ state: 'shadow', actions: ['backtest', 'retire'] });
    const inShadow = await submit('one');
    expect(inShadow.result.provenance.ruleset).toBe(BASE.version);
    expect(inShadow.result.text).toContain('Quaymart');
    // Its hits come after its result: it is tried when nothing else is to be done.
    const shadowOf = async () => ((await as('one moderator', rule)).json as { shadow: { matched: number } }).shadow;
    await expect.poll(shadowOf).toMatchObject({ matched: 1 });
    const inSecond = await submit('one', 'Nothing is cheap at night.');
    expect(inSecond.result.text).toContain('Nothing is cheap');
    await expect.poll(shadowOf).toEqual({ articles: 2, matched: 1, hits: 1, flips: expect.any(Number) });
    const { json: counted } = await as('one moderator', rule);
    expect(counted.hits).toMatchObject([{ id: inShadow.id, snippet: { text: advertOf(20) } }]);

    expect((await as('one moderator', `${rule}/activate`, undefined, 'POST')).json.code).toBe('forbidden');
    const { json: active } = await as('one lead', `${rule}/activate`, undefined, 'POST');
    expect(active).toMatchObject({ state: 'active', actions: ['backtest', 'retire'] });
    const after = await submit('one', advertOf(7));
    expect(after.result.findings.map((finding) => finding.rule)).toContain('learned.tide-lamps@1');
    expect(after.result.text).not.toContain('Quaymart');
    const { rule: content } = await readRule(api.desk.pool, 'one', String(active.id));
    const expected = joinRules(BASE, [loadLearnedRule(content, BASE)]);
    expect(after.result.provenance.ruleset).toBe(expected.version);
    const recorded = async (version: string) => {
      const { rows } = await api.desk.pool.query<{ json: string }>('SELECT json FROM copydesk.rulesets WHERE version = $1', [
        version,
      ]);
      return JSON.parse(rows[0]?.json ?? 'null') as unknown;
    };
    const { version, joined } = expected;
    expect(await recorded(version)).toEqual(JSON.parse(JSON.stringify({ version, joined })));
    expect(await recorded(joined?.base ?? '')).toEqual(JSON.parse(JSON.stringify(BASE)));
    const { json: check } = await api.call('/v1/check', {
      body: { id: 'check', text: textOf(1, advertOf(3)) },
      headers: { 'copydesk-tenant': 'one' },
    });
    expect(check.provenance).toMatchObject({ ruleset: expected.version });
    // Nobody else learns of it.
    expect(await rulesetOf('two')).toBe(BASE.version);

    expect((await as('one moderator', `${rule}/retire`, undefined, 'POST')).json.code).toBe('not_allowed');
    expect((await as('one lead', `${rule}/retire`, undefined, 'POST')).json).toMatchObject({ state: 'retired', actions: [] });
    const last = await submit('one');
    expect(last.result.provenance.ruleset).toBe(BASE.version);
    expect(last.result.text).toContain('Quaymart');
    const { json: over } = await as('one lead', rule);
    expect((over.history as { name: string }[]).map(({ name }) => name)).toEqual([
      ...['rule.proposed', 'rule.shadowed', 'rule.activated', 'rule.retired'],
    ]);
    expect(await verifyRuleChain(api.desk.pool, 'one')).toBe('whole');
    for (const act of ['shadow', 'activate', 'retire', 'backtest']) {
      expect((await as('one lead', `${rule}/${act}`, undefined, 'POST')).json.code).toBe('rule_state');
    }
  }, 200_000);

  it('are refused with the reason when they do not load, and stop nobody', async () => {
    const cases = [
      [{ text: '{word} of the tide' }, 'tried at every word'],
      [{ text: 'lamps at {url} or {url} or {url}' }, 'more than 64 phrases'],
      [{ text: 'nothing of the kind {number}' }, 'examples.match[0]: this text must match'],
      [{ form: 'phrase' }, 'a phrase has no placeholder'],
      [{ allow: [advertOf(1)] }, 'examples.allow[0]: this text must not match'],
      [{ match: ['Something else'] }, 'examples.match[1]: this text must match'],
    ] as const;
    for (const [more, reason] of cases) {
      const { answer } = await learn('two', 'refused', more);
      expect([answer.status, answer.json.code]).toEqual([422, 'bad_rule']);
      expect(answer.json.detail).toContain(reason);
    }
    expect((await learn('two', 'refused', { regex: '.*' })).answer.json.code).toBe('invalid');
    const { answer, from } = await learn('two', 'taken');
    expect(answer.status).toBe(201);
    expect((await learn('two', 'taken')).answer.json.code).toBe('rule_exists');
    const nowhere = { ...from, start: 0, end: 100_000 };
    expect((await as('two moderator', '/v1/desk/rules/propose', nowhere)).json.code).toBe('bad_rule');
    expect((await as('two moderator', '/v1/desk/rules/propose', { ...from, id: 'art_none' })).json.code).toBe('unknown_article');
    expect((await as('one moderator', '/v1/desk/rules/propose', from)).json.code).toBe('unknown_article');
    expect((await as('one lead', `/v1/desk/rules/${answer.json.id}`)).json.code).toBe('unknown_rule');
    // What stands in the store may be of another time, or of somebody else.
    const id = String(answer.json.id);
    await untilTested('two moderator', id);
    await as('two moderator', `/v1/desk/rules/${id}/shadow`, undefined, 'POST');
    await as('two lead', `/v1/desk/rules/${id}/activate`, undefined, 'POST');
    expect(await rulesetOf('two')).not.toBe(BASE.version);
    const spoil = `UPDATE copydesk.learned_rules SET content = jsonb_set(content::jsonb, '{regex}', '"x"')::text WHERE id = $1`;
    await api.desk.pool.query(spoil, [id]);
    const second = (await learn('two', 'second')).answer;
    await untilTested('two moderator', String(second.json.id));
    await as('two moderator', `/v1/desk/rules/${second.json.id}/shadow`, undefined, 'POST');
    expect(await rulesetOf('two')).toBe(BASE.version);
  }, 200_000);

  it('need a text that they must not match, found or written', async () => {
    const { id, text } = await submit('three', 'Zyx wvu tsr');
    const start = text.indexOf('Zyx');
    const from = { id, revision: 1, start, end: start + 11 };
    const body = { name: 'odd', kind: 'boilerplate', form: 'phrase', text: 'zyx wvu tsr', from };
    const { json } = await as('three moderator', '/v1/desk/rules', body);
    const rule = `/v1/desk/rules/${json.id}`;
    const tested = await untilTested('three moderator', String(json.id));
    expect([tested.isProven, tested.actions]).toEqual([false, ['prove', 'backtest', 'retire']]);
    expect((await as('three moderator', `${rule}/shadow`, undefined, 'POST')).json.code).toBe('no_proof');
    const wrong = await as('three moderator', `${rule}/proof`, { match: ['Zyx wvu tsr'], allow: ['zyx wvu tsr again'] }, 'PUT');
    expect([wrong.status, wrong.json.code]).toEqual([422, 'bad_rule']);
    const proof = { match: ['Zyx wvu tsr'], allow: ['A zyx is no wvu.'] };
    expect((await as('three moderator', `${rule}/proof`, proof, 'PUT')).json).toMatchObject({ ...proof, isProven: true });
    expect((await as('three moderator', `${rule}/shadow`, undefined, 'POST')).json.state).toBe('shadow');
    expect((await as('three moderator', `${rule}/proof`, proof, 'PUT')).json.code).toBe('rule_state');
    // Who retires what changes no result need not be a lead; the name is free again, for the next version.
    expect((await as('three moderator', `${rule}/retire`, undefined, 'POST')).json.state).toBe('retired');
    expect((await as('three moderator', '/v1/desk/rules', body)).json).toMatchObject({ rule: 'learned.odd@2', version: 2 });
    const { json: list } = await as('three moderator', '/v1/desk/rules');
    expect((list.rules as { rule: string; state: string }[]).map((one) => `${one.rule} ${one.state}`)).toEqual([
      'learned.odd@2 proposed',
      'learned.odd@1 retired',
    ]);
  }, 200_000);

  /** An article of the tenant `four` on the desk, since something is hidden in it; its source has no other, which would be compared. */
  const flag = async () => {
    const text = `<article><h1>Pilots of Merrow meet</h1><p>${STORY}</p><p style="display:none">Buy pills at https://pills.example now and win.</p><p>${advertOf(20)}</p>
      <p>They left at four, said clerk ${count}.</p></article>`;
    const headers = { prefer: 'wait=60', 'copydesk-tenant': 'four' };
    const { json } = await api.call('/v1/articles', {
      body: { id: `flagged ${count}`, source: `source ${count++}`, format: 'html', text },
      headers,
    });
    expect(json.status).toBe('flagged');
    return String(json.id);
  };
  /** Decides on an article; the span that the rule took out is brought back or left. */
  const decide = async (id: string, isRestored: boolean, decision = 'accepted') => {
    const path = `/v1/desk/articles/${id}`;
    let { json } = await as('four moderator', `${path}/claim`, { revision: 1 });
    const { findings } = json.result as ReturnType<typeof moderate>;
    const [{ start, end } = { start: 0, end: 0 }] = findings.filter(({ rule }) => rule === 'learned.judged@1');
    expect(end).toBeGreaterThan(start);
    const amendments = [{ kind: 'restore', start, end }];
    if (isRestored) ({ json } = await as('four moderator', `${path}/amendments`, { revision: 1, fence: json.fence, amendments }));
    const wish = {
      revision: 1,
      fence: json.fence,
      decision,
      reason: decision === 'rejected' ? 'spam' : null,
      result: json.resultSha256,
    };
    expect((await as('four moderator', `${path}/decide`, wish)).json.review).toBe('decided');
    return id;
  };

  it('tell what decisions say of them, and show no text that is gone', async () => {
    const { answer, from } = await learn('four', 'judged');
    const id = String(answer.json.id);
    await untilTested('four moderator', id);
    await as('four moderator', `/v1/desk/rules/${id}/shadow`, undefined, 'POST');
    await as('four lead', `/v1/desk/rules/${id}/activate`, undefined, 'POST');
    expect((await as('four lead', `/v1/desk/rules/${id}`)).json.live).toMatchObject({ kept: 0, restored: 0, precision: null });
    for (const isRestored of [false, false, true]) await decide(await flag(), isRestored);
    // Who rejects an article says nothing of its spans.
    await decide(await flag(), false, 'rejected');
    // A decision that does not stand says nothing either.
    const undone = await decide(await flag(), true);
    await as('four moderator', `/v1/desk/articles/${undone}/undo`, { revision: 1 });
    const { json } = await as('four lead', `/v1/desk/rules/${id}`);
    expect(json.live).toMatchObject({ kept: 2, restored: 1, articles: 3, precision: 2 / 3 });
    expect((json.live as { low: number }).low).toBeCloseTo(0.2077, 4);
    const purged = await api.call(`/v1/articles/${from.id}`, { method: 'DELETE', headers: { 'copydesk-tenant': 'four' } });
    expect(purged.status).toBeLessThan(300);
    await as('four moderator', `/v1/desk/rules/${id}/backtest`, undefined, 'POST');
    expect((await untilTested('four moderator', id)).backtest).toMatchObject({
      looked: 5,
      articles: 5,
      hits: 5,
      places: { length: 5 },
    });
    const gone = await as('four moderator', '/v1/desk/rules/propose', from);
    expect([gone.status, gone.json.code]).toEqual([410, 'purged']);
  }, 200_000);
});
