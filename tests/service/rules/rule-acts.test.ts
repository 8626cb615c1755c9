import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinRules, type LearnedRule, loadLearnedRule, loadRuleset, moderate } from '../../../src/index.ts';
import type { PhraseRule } from '../../../src/moderation/model/ruleset.ts';
import { processArticle } from '../../../src/service/processing/process-article.ts';
import { openShadowTrials } from '../../../src/service/processing/shadow-trials.ts';
import type { ShadowTask } from '../../../src/service/processing/thread-messages.ts';
import { toModeration } from '../../../src/service/processing/to-moderation.ts';
import type { Person } from '../../../src/service/review/person.ts';
import { EMPTY_REPORT } from '../../../src/service/rules/add-trials.ts';
import { beginBacktest, readBacktests, writeBacktest } from '../../../src/service/rules/backtests.ts';
import { recordTrial } from '../../../src/service/rules/insert-hits.ts';
import { moveRule } from '../../../src/service/rules/move-rule.ts';
import { proposeRule } from '../../../src/service/rules/propose-rule.ts';
import { proveRule } from '../../../src/service/rules/prove-rule.ts';
import { countShadows } from '../../../src/service/rules/read-hits.ts';
import { listRules, readRule } from '../../../src/service/rules/read-rule.ts';
import { RuleError } from '../../../src/service/rules/rule-error.ts';
import { createRuleKeeper } from '../../../src/service/rules/rule-keeper.ts';
import { readShared, shareText } from '../../../src/service/rules/share-text.ts';
import { type RuleState, stepRule } from '../../../src/service/rules/step-rule.ts';
import type { LearnedRules, RuleHit, WorkRules } from '../../../src/service/rules/work-rules.ts';
import type { ArticleKey } from '../../../src/service/store/article-key.ts';
import { purgeArticle } from '../../../src/service/store/purge-article.ts';
import { readArticle } from '../../../src/service/store/read-article.ts';
import { readResult } from '../../../src/service/store/read-result.ts';
import { openTestStore, type TestStore } from '../open-test-store.ts';
import { availableModes } from '../test-place.ts';
import { verifyRuleChain } from './verify-rule-chain.ts';

const BASE = loadRuleset();
const ANN: Person = { id: 'per_ann', tenant: null, role: 'moderator' };
const LEAD: Person = { id: 'per_lead', tenant: null, role: 'lead' };
const FROM = { articleId: 'art_1', revision: 1, start: 0, end: 5 };
const WORDS = ['kettles', 'lanterns', 'ferries'];
const MOVES = ['rule.shadowed', 'rule.activated', 'rule.retired'] as const;

/** A rule as the fold of its own acts has it. */
interface Live {
  readonly id: string;
  readonly state: RuleState;
}

/** What leads on from a state. */
function nextOf(state: RuleState | undefined): 'propose' | (typeof MOVES)[number] {
  if (state === undefined) return 'propose';
  return state === 'proposed' ? 'rule.shadowed' : state === 'shadow' ? 'rule.activated' : 'rule.retired';
}

function ruleFor(word: string): Omit<LearnedRule, 'version'> {
  return {
    ...{ name: `cheap-${word}`, kind: 'spam_insert', form: 'phrase', text: `cheap ${word} for all` },
    ...{ scope: 'block', anchor: 'anywhere', maxWords: 30, message: `adverts for ${word}` },
    examples: { match: [`Cheap ${word} for all!`], allow: [`The council bought ${word}.`] },
  };
}

function readLearned(rules: WorkRules | undefined): LearnedRules {
  return rules ? (JSON.parse(readShared(rules.json)) as LearnedRules) : { active: [], shadow: [] };
}

describe.each(availableModes())('acts on rules, in the mode %s', (mode) => {
  let test: TestStore;
  let tenants = 0;

  beforeAll(async () => {
    test = await openTestStore(mode);
  }, 200_000);

  afterAll(() => test.close(), 200_000);

  const openTenant = async () => {
    const tenant = `tenant-${tenants++}`;
    await test.pool.query('INSERT INTO copydesk.tenants (id) VALUES ($1)', [tenant]);
    return tenant;
  };
  const propose = (tenant: string, word: string, person = ANN) =>
    proposeRule(test, person, tenant, { rule: ruleFor(word), from: FROM }, BASE);
  const move = (tenant: string, id: string, to: (typeof MOVES)[number], person = LEAD) =>
    moveRule(test, person, tenant, { id, move: to }, BASE);
  /** The ruleset that a worker that starts now would have. */
  const rulesetOf = async (tenant: string) => {
    const rules = await createRuleKeeper(test.pool, BASE, test.log).readNow(tenant);
    return joinRules(BASE, readLearned(rules).active);
  };

  type Act = readonly [index: number, wanted: 'next' | 'propose' | (typeof MOVES)[number]];

  const playOne = (tenant: string, live: Live | undefined, [index, wanted]: Act) => {
    const what = wanted === 'next' ? nextOf(live?.state) : wanted;
    if (what === 'propose') return { to: live ? undefined : ('proposed' as const), acting: propose(tenant, WORDS[index] ?? '') };
    return { to: live && stepRule(live.state, what), acting: move(tenant, live?.id ?? 'rul_none', what) };
  };

  /** Acts one after the other, each of which does what a fold of its own says, or is refused. */
  const play = async (tenant: string, acts: readonly Act[]) => {
    const states = new Map<number, Live>();
    let [events, activated] = [0, 0];
    for (const act of acts) {
      const { to, acting } = playOne(tenant, states.get(act[0]), act);
      if (to === undefined) {
        await expect(acting).rejects.toBeInstanceOf(RuleError);
        continue;
      }
      const { id, state } = await acting;
      expect(state).toBe(to);
      events++;
      if (to === 'active') activated++;
      if (to === 'retired') states.delete(act[0]);
      else states.set(act[0], { id, state: to });
    }
    return { states, events, activated };
  };

  it('any sequence of them leaves the ruleset that its active rules make, and a whole log', async () => {
    // Most acts lead on: proposed, in shadow, active, retired.
    const what = fc.constantFrom('next' as const, 'next' as const, 'next' as const, 'propose' as const, ...MOVES);
    const act = fc.tuple(fc.nat(WORDS.length - 1), what);
    let activated = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 16 }), async (acts) => {
        const tenant = await openTenant();
        const { states, events, activated: count } = await play(tenant, acts);
        activated += count;
        const active = [...states.entries()].filter(([, { state }]) => state === 'active');
        const rules: PhraseRule[] = [];
        for (const [, { id }] of active) rules.push(loadLearnedRule((await readRule(test.pool, tenant, id)).rule, BASE));
        expect((await rulesetOf(tenant)).version).toBe(joinRules(BASE, rules).version);
        for (const { id } of states.values()) await move(tenant, id, 'rule.retired');
        expect((await rulesetOf(tenant)).version).toBe(BASE.version);
        const { rows } = await test.pool.query<{ count: string }>(
          'SELECT count(*) AS count FROM copydesk.rule_events WHERE tenant = $1',
          [tenant],
        );
        expect(Number(rows[0]?.count)).toBe(events + states.size);
        expect(await verifyRuleChain(test.pool, tenant)).toBe('whole');
      }),
      { numRuns: 20 },
    );
    expect(activated).toBeGreaterThan(0);
  }, 200_000);

  it('neither threads nor the record of rulesets get a text that a rule was proven on, and an old head is forgotten', async () => {
    const tenant = await openTenant();
    const { id } = await propose(tenant, 'kettles');
    await move(tenant, id, 'rule.shadowed');
    const keeper = createRuleKeeper(test.pool, BASE, test.log);
    const before = await keeper.readNow(tenant);
    await move(tenant, id, 'rule.activated');
    const after = await keeper.readNow(tenant);
    for (const rules of [before, after])
      expect(rules && readShared(rules.json)).not.toMatch(/council bought|Cheap kettles for all!/u);
    // Of a tenant one head is kept: who comes with an older one has the rules read anew.
    expect(await keeper.read(tenant, before?.head ?? '')).not.toBe(before);
    const { version } = await rulesetOf(tenant);
    const { rows } = await test.pool.query<{ json: string }>('SELECT json FROM copydesk.rulesets WHERE version = $1', [version]);
    expect(rows[0]?.json).toContain('cheap kettles for all');
    expect(rows[0]?.json).not.toMatch(/council bought|Cheap kettles for all!/u);
  });

  it('more than 256 KB of rules are not in shadow or active', async () => {
    const tenant = await openTenant();
    const long = (word: string) => {
      const text = `${word} {number} or {url} ${'riverbanks '.repeat(33)}`.trim();
      const match = `${word} 5 or https://a.example/b ${'riverbanks '.repeat(33)}`.trim();
      const rule = { ...ruleFor('x'), name: `long-${word}`, form: 'pattern' as const, text, maxWords: 500 };
      return { rule: { ...rule, examples: { match: [match], allow: ['The tide.'] } }, from: FROM };
    };
    const size = JSON.stringify(loadLearnedRule({ ...long('a').rule, version: 1 }, BASE)).length;
    const most = Math.floor(262_144 / size);
    expect(most).toBeLessThan(200);
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    let refused = 0;
    for (let count = 0; count < most + 2 && refused === 0; count++) {
      const word = `${letters[count % 26]}${letters[Math.floor(count / 26)]}`;
      const { id } = await proposeRule(test, ANN, tenant, long(word), BASE);
      await move(tenant, id, 'rule.shadowed').catch((error) => {
        expect(error).toMatchObject({ code: 'too_many_rules' });
        refused = count;
      });
    }
    expect(refused).toBeGreaterThanOrEqual(most - 1);
    expect((await createRuleKeeper(test.pool, BASE, test.log).readNow(tenant))?.json.byteLength).toBeLessThan(270_000);
  }, 200_000);

  it('a purge takes the texts that rules were proven on, each with its own article, and the rules stay', async () => {
    const tenant = await openTenant();
    const [own, other] = [
      await test.accept({ id: 'own', text: 'Kettles.' }, tenant),
      await test.accept({ id: 'other', text: 'Pots.' }, tenant),
    ];
    const placeOf = ({ article: { key } }: typeof own) => ({ articleId: key.articleId, revision: key.revision });
    const proposed = { rule: ruleFor('kettles'), from: { ...placeOf(own), start: 0, end: 5 } };
    const { id, sha256 } = await proposeRule(test, ANN, tenant, proposed, BASE);
    const change = ({ match }: LearnedRule['examples']) => ({ match, allow: ['The pilots bought cheap kettles.'] });
    const proven = await proveRule(test.pool, tenant, id, { change, origin: placeOf(other) }, BASE);
    expect(proven.sha256).not.toBe(sha256);
    const textsOf = async () => {
      const { rule, isProven, sha256: hash } = await readRule(test.pool, tenant, id);
      expect([isProven, hash]).toEqual([true, proven.sha256]);
      return rule.examples;
    };
    const said = async (text: string) => {
      const { rows } = await test.pool.query<{ text: string }>(
        `SELECT concat((SELECT string_agg(r::text, ' ') FROM copydesk.learned_rules r), (SELECT string_agg(e::text, ' ') FROM copydesk.rule_examples e
          WHERE e.tenant = $1), (SELECT string_agg(s::text, ' ') FROM copydesk.rulesets s)) AS text`,
        [tenant],
      );
      return rows[0]?.text.includes(text);
    };
    expect(await said('The pilots bought cheap kettles.')).toBe(true);
    await purgeArticle(test.pool, test.log, other.article.key);
    expect(await textsOf()).toEqual({ match: ['Cheap kettles for all!'], allow: [] });
    await move(tenant, id, 'rule.shadowed');
    await purgeArticle(test.pool, test.log, own.article.key);
    expect(await textsOf()).toEqual({ match: [], allow: [] });
    for (const text of ['The pilots bought cheap kettles.', 'Cheap kettles for all!']) expect(await said(text)).toBe(false);
    await move(tenant, id, 'rule.activated');
    expect((await rulesetOf(tenant)).joined?.rules.map((rule) => rule.id)).toContain('learned.cheap-kettles@1');
    await expect(proposeRule(test, ANN, tenant, { ...proposed, rule: ruleFor('lanterns') }, BASE)).rejects.toMatchObject({
      code: 'bad_rule',
    });
    expect(await verifyRuleChain(test.pool, tenant)).toBe('whole');
  });

  it('of two who do the same only one does it', async () => {
    const tenant = await openTenant();
    const proposals = await Promise.allSettled(Array.from({ length: 5 }, () => propose(tenant, 'kettles')));
    const made = proposals.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(made).toHaveLength(1);
    for (const one of proposals) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'rule_exists' });
    const id = made[0]?.id ?? '';
    const moves = await Promise.allSettled(Array.from({ length: 5 }, () => move(tenant, id, 'rule.shadowed')));
    expect(moves.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await verifyRuleChain(test.pool, tenant)).toBe('whole');
  });

  it('a changed, a missing and an added event show', async () => {
    const spoils = [
      `UPDATE copydesk.rule_events SET data = data || '{"by":"per_nobody"}' WHERE tenant = $1 AND number = 2`,
      'DELETE FROM copydesk.rule_events WHERE tenant = $1 AND number = 2',
      'DELETE FROM copydesk.rule_events WHERE tenant = $1 AND number = 3',
      `INSERT INTO copydesk.rule_events SELECT tenant, 4, rule, name, time, data, hash FROM copydesk.rule_events WHERE tenant = $1 AND number = 3`,
    ];
    for (const spoil of spoils) {
      const tenant = await openTenant();
      const { id } = await propose(tenant, 'kettles');
      await move(tenant, id, 'rule.shadowed');
      await move(tenant, id, 'rule.activated');
      expect(await verifyRuleChain(test.pool, tenant)).toBe('whole');
      await test.pool.query(spoil, [tenant]);
      expect(await verifyRuleChain(test.pool, tenant)).toBe('broken');
    }
  });

  it('an active rule takes a lead, to begin and to end', async () => {
    const tenant = await openTenant();
    const { id } = await propose(tenant, 'kettles');
    await move(tenant, id, 'rule.shadowed', ANN);
    await expect(move(tenant, id, 'rule.activated', ANN)).rejects.toMatchObject({ code: 'not_allowed' });
    await move(tenant, id, 'rule.activated');
    await expect(move(tenant, id, 'rule.retired', ANN)).rejects.toMatchObject({ code: 'not_allowed' });
    expect((await listRules(test.pool, tenant)).map(({ state }) => state)).toEqual(['active']);
  });

  it('an article in hand keeps the rules it began with; the next has the new ones', async () => {
    const tenant = await openTenant();
    const advert = 'Cheap kettles for all, this week only';
    const text = (name: string) =>
      `The pilots of Merrow met at noon to hear the council, said ${name}.\n\n${advert}\n\nThey left.`;
    const { id } = await propose(tenant, 'kettles');
    await move(tenant, id, 'rule.shadowed');
    const begun = Promise.withResolvers<void>();
    const goesOn = Promise.withResolvers<void>();
    const moderateHere = async (
      article: Parameters<typeof moderate>[0],
      _: unknown,
      __: unknown,
      rules?: Pick<WorkRules, 'json'>,
    ) => {
      begun.resolve();
      await goesOn.promise;
      const ruleset = joinRules(BASE, rules ? (JSON.parse(readShared(rules.json)) as LearnedRules).active : []);
      return toModeration(moderate(article, { ruleset }), ruleset.version);
    };
    const processing = { ...test.processing, threads: { moderate: moderateHere } };
    const first = await test.accept({ id: 'first', text: text('Ann') }, tenant);
    const work = processArticle(processing, { key: first.article.key, traceId: '' }, 'm-0');
    await begun.promise;
    await move(tenant, id, 'rule.activated');
    goesOn.resolve();
    await work;
    const second = await test.accept({ id: 'second', text: text('Ben') }, tenant);
    await processArticle(processing, { key: second.article.key, traceId: '' }, 'm-0');
    const results = [await readResult(test.pool, first.article.key), await readResult(test.pool, second.article.key)];
    const rulesets = results.map((json) => JSON.parse(json ?? '{}').provenance.ruleset);
    expect(rulesets).toEqual([BASE.version, (await rulesetOf(tenant)).version]);
    expect(results.map((json) => json?.includes('learned.cheap-kettles@1'))).toEqual([false, true]);
  });

  it('rules in shadow are tried when the result is stored, and what fails loses hits only', async () => {
    const tenant = await openTenant();
    const { id } = await propose(tenant, 'kettles');
    await move(tenant, id, 'rule.shadowed');
    const texts = ['Cheap kettles for all, said Ann.', 'Cheap kettles for all, said Ben.'];
    const stored: boolean[] = [];
    const tryShadow = async ({ article, before }: Pick<ShadowTask, 'article' | 'before'>): Promise<readonly RuleHit[]> => {
      const { rows } = await test.pool.query<{ outcome: string }>(
        `SELECT r.outcome FROM copydesk.results r JOIN copydesk.articles a USING (tenant, article_id, revision)
          WHERE a.tenant = $1 AND a.external_id = $2`,
        [tenant, article.id],
      );
      stored.push(rows[0]?.outcome === before.outcome);
      if (stored.length > 1) throw new Error('the thread died');
      return [{ rule: 'learned.cheap-kettles@1', start: 0, end: 5, state: 'shadow', flips: false }];
    };
    for (const text of texts) {
      const shadows = openShadowTrials({ tryShadow }, test.pool, test.log);
      const { article } = await test.accept({ id: text, text }, tenant);
      await processArticle({ ...test.processing, shadows }, { key: article.key, traceId: '' }, 'm-0');
      expect((await readArticle(test.pool, article.key))?.state.processing).toBe('cleaned');
      await expect.poll(() => stored.length).toBe(texts.indexOf(text) + 1);
      await shadows.close();
    }
    expect(stored).toEqual([true, true]);
    const { rows } = await test.pool.query('SELECT start_at, end_at, state FROM copydesk.rule_hits WHERE rule = $1', [id]);
    expect(rows).toEqual([{ start_at: 0, end_at: 5, state: 'shadow' }]);
    expect((await countShadows(test.pool, tenant, [id])).get(id)).toEqual({ articles: 1, matched: 1, hits: 1, flips: 0 });
  });

  it('what is found in shadow is counted once, and only while a rule is there', async () => {
    const tenant = await openTenant();
    const [first, second] = [await propose(tenant, 'kettles'), await propose(tenant, 'lanterns')];
    const countOf = async ({ id }: typeof first) => (await countShadows(test.pool, tenant, [id])).get(id);
    expect(await countOf(first)).toBeUndefined();
    await move(tenant, first.id, 'rule.shadowed');
    const keys: ArticleKey[] = [];
    for (const text of ['One.', 'Two.', 'Three.']) keys.push((await test.accept({ id: text, text }, tenant)).article.key);
    const rules = await createRuleKeeper(test.pool, BASE, test.log).readNow(tenant);
    if (!rules) throw new Error('a rule is in shadow');
    const hit = (start: number, flips: boolean) =>
      ({ rule: 'learned.cheap-kettles@1', start, end: start + 1, state: 'shadow', flips }) as const;
    const [one, two, three] = keys;
    if (!(one && two && three)) throw new Error('three came');
    await recordTrial(test.pool, one, 1, rules, [hit(0, false), hit(2, false)]);
    // The same again, and another run, in which it flips the verdict.
    await recordTrial(test.pool, one, 1, rules, [hit(0, false), hit(2, false)]);
    await recordTrial(test.pool, one, 2, rules, [hit(0, true)]);
    await recordTrial(test.pool, two, 1, rules, []);
    expect(await countOf(first)).toEqual({ articles: 4, matched: 1, hits: 3, flips: 1 });
    await move(tenant, second.id, 'rule.shadowed');
    expect(await countOf(second)).toEqual({ articles: 0, matched: 0, hits: 0, flips: 0 });
    await move(tenant, first.id, 'rule.activated');
    await recordTrial(test.pool, three, 1, rules, []);
    expect([(await countOf(first))?.articles, (await countOf(second))?.articles]).toEqual([4, 1]);
  });

  it('a list has no texts of examples, and no places', async () => {
    const tenant = await openTenant();
    const { id } = await propose(tenant, 'kettles');
    const [listed] = await listRules(test.pool, tenant);
    expect(listed).toEqual({
      ...(await readRule(test.pool, tenant, id)),
      rule: { ...listed?.rule, examples: { match: [], allow: [] } },
    });
    expect(listed?.isProven).toBe(true);
    const run = await beginBacktest(test.pool, id);
    const place = { articleId: 'art_1', revision: 1, start: 0, end: 5, share: 0.5 };
    await writeBacktest(test.pool, id, run, { state: 'done', report: { ...EMPTY_REPORT, looked: 7, near: [place] } });
    const nearOf = async (places: 'places' | 'counts') => (await readBacktests(test.pool, [id], places)).get(id)?.report;
    expect(await nearOf('counts')).toMatchObject({ looked: 7, near: [] });
    expect(await nearOf('places')).toMatchObject({ looked: 7, near: [place] });
  });

  it('one article at a time is tried in shadow, and none where nothing is in shadow', async () => {
    const goesOn = Promise.withResolvers<readonly RuleHit[]>();
    let tried = 0;
    const tryShadow = () => {
      tried++;
      return goesOn.promise;
    };
    const shadows = openShadowTrials({ tryShadow }, test.pool, test.log);
    const rules = { head: 'h', json: shareText('{}'), hasShadow: true, ids: new Map() };
    const key = { tenant: 'default', articleId: 'art_none', revision: 1 };
    const before = { outcome: 'publish', score: 100 } as const;
    const offer = { key, run: 1, article: { id: 'a', text: 'The tide.' }, corpus: undefined, before, seconds: 0.01 };
    shadows.offer({ ...offer, rules: { ...rules, hasShadow: false } });
    for (let count = 0; count < 5; count++) shadows.offer({ ...offer, rules });
    await expect.poll(() => tried).toBe(1);
    shadows.offer({ ...offer, rules });
    goesOn.resolve([]);
    await shadows.close();
    shadows.offer({ ...offer, rules });
    expect(tried).toBe(1);
  });

  it('rules are read once for all articles of a tenant, and not at all where none was learned', async () => {
    const queries: string[] = [];
    const pool = {
      ...test.pool,
      query: (sql: string, params?: readonly unknown[]) => {
        queries.push(sql);
        return test.pool.query(sql, params);
      },
    } as typeof test.pool;
    const keeper = createRuleKeeper(pool, BASE, test.log);
    expect(await keeper.read('default', '')).toBeUndefined();
    expect(queries).toEqual([]);
    const tenant = await openTenant();
    const { id } = await propose(tenant, 'kettles');
    await move(tenant, id, 'rule.shadowed');
    await move(tenant, id, 'rule.activated');
    const { rows } = await test.pool.query<{ head: string }>('SELECT rules_head AS head FROM copydesk.tenants WHERE id = $1', [
      tenant,
    ]);
    const head = rows[0]?.head ?? '';
    const all = await Promise.all(Array.from({ length: 20 }, () => keeper.read(tenant, head)));
    expect(new Set(all).size).toBe(1);
    expect(readLearned(all[0]).active.map((rule) => rule.id)).toEqual(['learned.cheap-kettles@1']);
    // The rules, and the record of the ruleset and of what is joined to it.
    expect(queries).toHaveLength(3);
  });
});
