import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadRuleset } from '../../../src/index.ts';
import { FairSlots } from '../../../src/service/api/fair-slots.ts';
import type { TrialTask } from '../../../src/service/processing/thread-messages.ts';
import { beginBacktest, keepBacktests, readBacktests } from '../../../src/service/rules/backtests.ts';
import { openBacktests } from '../../../src/service/rules/open-backtests.ts';
import { type NewRule, proposeRule } from '../../../src/service/rules/propose-rule.ts';
import { runBacktest, type Trying } from '../../../src/service/rules/run-backtest.ts';
import type { StoredRule } from '../../../src/service/rules/stored-rule.ts';
import { openTestStore, type TestStore } from '../open-test-store.ts';
import { availableModes } from '../test-place.ts';

const BASE = loadRuleset();
const ANN = { id: 'per_ann', tenant: null, role: 'moderator' } as const;
const ARTICLES = 25;

describe.each(availableModes())('back-tests, in the mode %s', (mode) => {
  let test: TestStore;
  let count = 0;

  beforeAll(async () => {
    test = await openTestStore(mode);
  }, 200_000);

  afterAll(() => test.close(), 200_000);

  const openTenant = async () => {
    const tenant = `tenant-${count++}`;
    await test.pool.query('INSERT INTO copydesk.tenants (id) VALUES ($1)', [tenant]);
    for (let index = 0; index < ARTICLES; index++) await test.accept({ id: `a ${index}`, text: `${tenant} ${index}` }, tenant);
    return tenant;
  };
  const propose = (tenant: string): Promise<StoredRule> => {
    const rule: NewRule['rule'] = {
      ...{ name: `kettles-${count++}`, kind: 'spam_insert', form: 'phrase', text: 'cheap kettles', scope: 'block' },
      ...{ anchor: 'anywhere', maxWords: 30, message: 'adverts' },
      examples: { match: ['Cheap kettles!'], allow: ['The council bought kettles.'] },
    };
    return proposeRule(test, ANN, tenant, { rule, from: { articleId: 'art_1', revision: 1, start: 0, end: 5 } }, BASE);
  };
  /** Back-tests whose batches end when they are let; they tell the tenants of their articles. */
  const open = (slots: FairSlots) => {
    const batches: { readonly tenant: string; readonly texts: readonly string[]; readonly end: () => void }[] = [];
    const backtests = openBacktests(test.log);
    const tryRule = async ({ articles }: TrialTask) => {
      const done = Promise.withResolvers<void>();
      const texts = articles.map(({ text }) => text);
      batches.push({ tenant: texts[0]?.split(' ')[0] ?? '', texts, end: done.resolve });
      await done.promise;
      return articles.map(() => ({ trials: [], near: [] }));
    };
    const start = (stored: StoredRule) => {
      const inTurn = <T>(work: () => Promise<T>): Promise<T> => slots.run(stored.tenant, work);
      const threads = { ready: () => Promise.resolve(), tryRule };
      const trying = { pool: test.pool, threads, inTurn, ruleset: BASE, rules: undefined, signal: new AbortController().signal };
      return backtests.start(() => Promise.resolve(trying), stored);
    };
    return { batches, start };
  };
  const stateOf = async ({ id }: StoredRule) => (await readBacktests(test.pool, [id], 'places')).get(id)?.state;
  const untilDone = async (batches: readonly { readonly end: () => void }[], rule: StoredRule) => {
    for (; (await stateOf(rule)) !== 'done'; await sleep(5)) for (const { end } of batches) end();
  };
  const openSlots = () => new FairSlots(1, { mostWaiting: 1, patienceMs: 60_000 });

  it('of one tenant do not hold those of another, which take turns with them batch by batch', async () => {
    const [busy, other] = [await openTenant(), await openTenant()];
    const { batches, start } = open(openSlots());
    const rules = [await propose(busy), await propose(busy), await propose(busy), await propose(busy)];
    for (const rule of rules) await start(rule);
    await expect(start(await propose(busy))).rejects.toMatchObject({ code: 'too_many_backtests' });
    const late = await propose(other);
    await start(late);
    await expect.poll(() => batches.length).toBe(1);
    // Whoever does nothing yet says so.
    await expect.poll(async () => Promise.all(rules.map(stateOf))).toEqual(['running', 'waiting', 'waiting', 'waiting']);
    // Three batches of each, in turn.
    for (let at = 0, ended = 0; ended < 3; at++) {
      await expect.poll(() => batches.length, { timeout: 20_000 }).toBeGreaterThan(at);
      batches[at]?.end();
      if (batches[at]?.tenant === other) ended++;
    }
    await expect.poll(() => stateOf(late), { timeout: 20_000 }).toBe('done');
    expect(batches.map(({ tenant }) => tenant).filter((tenant) => tenant === other)).toHaveLength(3);
    expect(batches.length).toBeLessThanOrEqual(8);
    expect(await stateOf(rules[3] ?? late)).toBe('waiting');
    await untilDone(batches, rules[3] ?? late);
    // And each looks at every article once, the newest first.
    const texts = batches.filter(({ tenant }) => tenant === other).flatMap((batch) => batch.texts);
    expect(texts).toEqual(Array.from({ length: ARTICLES }, (_, index) => `${other} ${ARTICLES - 1 - index}`));
  }, 60_000);

  it('that wait are no more dead than those that run, as long as their process says so', async () => {
    const tenant = await openTenant();
    const { batches, start } = open(openSlots());
    const [first, second] = [await propose(tenant), await propose(tenant)];
    await start(first);
    await start(second);
    await expect.poll(() => batches.length).toBe(1);
    const ids = [first.id, second.id];
    const statesOf = async () => [await stateOf(first), await stateOf(second)];
    expect(await statesOf()).toEqual(['running', 'waiting']);
    await test.pool.query(`UPDATE copydesk.rule_backtests SET changed_at = now() - interval '61 seconds' WHERE rule = ANY ($1)`, [
      ids,
    ]);
    expect(await statesOf()).toEqual(['failed', 'failed']);
    const { rows } = await test.pool.query<{ run: string }>('SELECT run FROM copydesk.rule_backtests WHERE rule = ANY ($1)', [
      ids,
    ]);
    await keepBacktests(
      test.pool,
      rows.map(({ run }) => run),
    );
    expect(await statesOf()).toEqual(['running', 'waiting']);
    await untilDone(batches, second);
  }, 60_000);

  /** A back-test that is over, of a tenant with `ARTICLES` articles, and how often a thread was asked. */
  const runOnce = async (changed: (abort: () => void) => Partial<Trying>) => {
    const rule = await propose(await openTenant());
    const stop = new AbortController();
    let asked = 0;
    const tryRule = ({ articles }: TrialTask) => {
      asked += articles.length;
      return Promise.resolve(articles.map(() => ({ trials: [], near: [] })));
    };
    const run = await beginBacktest(test.pool, rule.id);
    const trying: Trying = {
      ...{ pool: test.pool, threads: { ready: () => Promise.resolve(), tryRule }, inTurn: (work) => work() },
      ...{ ruleset: BASE, rules: undefined, signal: stop.signal, ...changed(() => stop.abort()) },
    };
    const ended = runBacktest(trying, rule, run);
    await ended.catch(() => undefined);
    return { ended, asked, stored: (await readBacktests(test.pool, [rule.id], 'counts')).get(rule.id) };
  };

  it.each([1, 2, 3])('that are cut off while they wait for turn %i count nothing that was not tried', async (turn) => {
    let turns = 0;
    const { ended, asked, stored } = await runOnce((abort) => ({
      inTurn: (work) => {
        if (++turns === turn) abort();
        return work();
      },
    }));
    await ended;
    expect(asked).toBe((turn - 1) * 10);
    expect(stored?.state).toBe('failed');
    expect(stored?.report).toMatchObject({ looked: asked, total: ARTICLES, isWhole: false });
  });

  it('that are cut off after the last answer are whole', async () => {
    let turns = 0;
    const { stored } = await runOnce((abort) => ({
      inTurn: async (work) => {
        const done = await work();
        if (++turns === 3) abort();
        return done;
      },
    }));
    expect(stored?.state).toBe('done');
    expect(stored?.report).toMatchObject({ looked: ARTICLES, total: ARTICLES, isWhole: true });
  });

  it('fail where a thread does not answer for each article', async () => {
    const short = ({ articles }: TrialTask) => Promise.resolve(articles.slice(1).map(() => ({ trials: [], near: [] })));
    const { ended, stored } = await runOnce(() => ({ threads: { ready: () => Promise.resolve(), tryRule: short } }));
    await expect(ended).rejects.toThrow('9 answers for 10 articles');
    expect(stored?.report.looked).toBe(0);
    expect(stored?.report.isWhole).toBe(false);
  });
});
