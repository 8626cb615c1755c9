import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadRuleset } from '../../../src/index.ts';
import { FairSlots } from '../../../src/service/api/fair-slots.ts';
import type { TrialTask } from '../../../src/service/processing/thread-messages.ts';
import { keepBacktests, readBacktests } from '../../../src/service/rules/backtests.ts';
import { openBacktests } from '../../../src/service/rules/open-backtests.ts';
import { type NewRule, proposeRule } from '../../../src/service/rules/propose-rule.ts';
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
    // Each batch ends when it was begun, up to the last one of the other tenant: so it is no matter how long a turn takes.
    const countOther = (all: typeof batches) => all.filter(({ tenant }) => tenant === other).length;
    for (let at = 0; countOther(batches.slice(0, at)) < 3; at++) {
      await expect.poll(() => batches.length, { timeout: 20_000 }).toBeGreaterThan(at);
      batches[at]?.end();
    }
    await expect.poll(() => stateOf(late), { timeout: 20_000 }).toBe('done');
    // Three batches of each, in turn.
    expect(countOther(batches)).toBe(3);
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
});
