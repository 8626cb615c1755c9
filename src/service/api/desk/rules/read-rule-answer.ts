import { nameRule } from '../../../../index.ts';
import { readPersons } from '../../../people/read-persons.ts';
import type { Person } from '../../../review/person.ts';
import type { Backtest, BacktestPlace } from '../../../rules/backtest-report.ts';
import { readBacktests } from '../../../rules/backtests.ts';
import { measurePrecision } from '../../../rules/measure-precision.ts';
import { countShadows, readHits } from '../../../rules/read-hits.ts';
import { readPlaces, type ShownPlace } from '../../../rules/read-places.ts';
import { listRules, readRule } from '../../../rules/read-rule.ts';
import { readRuleEvents } from '../../../rules/read-rule-events.ts';
import type { StoredRule } from '../../../rules/stored-rule.ts';
import type { SqlSession } from '../../../store/sql-pool.ts';
import type { RuleDetailShape, RuleShape, RulesShape } from '../shapes/rule-shape.ts';
import { describeRule } from './describe-rule.ts';

async function describeAll(
  session: SqlSession,
  tenant: string,
  person: Person,
  rules: readonly StoredRule[],
): Promise<readonly RuleShape[]> {
  const ids = rules.map(({ id }) => id);
  const [backtests, shadows] = [await readBacktests(session, ids, 'counts'), await countShadows(session, tenant, ids)];
  const nameOf = await readPersons(
    session,
    rules.map(({ by }) => by),
  );
  return rules.map((rule) =>
    describeRule(rule, { backtest: backtests.get(rule.id), shadow: shadows.get(rule.id) }, person, nameOf),
  );
}

/** The answer of `GET /v1/desk/rules`. */
export async function readRulesAnswer(session: SqlSession, tenant: string, person: Person): Promise<RulesShape> {
  return { rules: [...(await describeAll(session, tenant, person, await listRules(session, tenant)))] };
}

type Hit = RuleDetailShape['hits'][number];

function showPlace({ place, title, snippet }: ShownPlace<{ articleId: string; revision: number; start: number; end: number }>) {
  return { id: place.articleId, revision: place.revision, title, start: place.start, end: place.end, snippet };
}

function showTrial(shown: ShownPlace<BacktestPlace>): Hit {
  const { before, after } = shown.place;
  return { ...showPlace(shown), before, after, flips: before.outcome !== after.outcome };
}

async function showBacktest(
  session: SqlSession,
  tenant: string,
  described: RuleShape['backtest'],
  backtest: Backtest | undefined,
): Promise<RuleShape['backtest']> {
  if (!described || !backtest) return null;
  const places = await readPlaces(session, tenant, backtest.report.places);
  const near = await readPlaces(session, tenant, backtest.report.near);
  return { ...described, places: places.map(showTrial), near: near.map(showPlace) };
}

async function showHits(session: SqlSession, tenant: string, id: string): Promise<Hit[]> {
  const shown = await readPlaces(session, tenant, await readHits(session, id));
  return shown.map((one) => ({ ...showPlace(one), before: null, after: null, flips: one.place.flips }));
}

async function showHistory(session: SqlSession, id: string): Promise<RuleDetailShape['history']> {
  const events = await readRuleEvents(session, id);
  const nameOf = await readPersons(
    session,
    events.map(({ by }) => by),
  );
  return events.map(({ number, time, name, by, hash }) => ({ number, time: time.toISOString(), name, by: nameOf(by), hash }));
}

/** The answer about one rule. Throws `RuleError` with `unknown_rule`. */
export async function readRuleAnswer(session: SqlSession, tenant: string, person: Person, id: string): Promise<RuleDetailShape> {
  const stored = await readRule(session, tenant, id);
  const [described] = await describeAll(session, tenant, person, [stored]);
  if (!described) throw new Error('a rule that was read is not described');
  const backtest = (await readBacktests(session, [id], 'places')).get(id);
  const history = await showHistory(session, id);
  const wasActive = history.some(({ name }) => name === 'rule.activated');
  return {
    ...described,
    backtest: await showBacktest(session, tenant, described.backtest, backtest),
    live: wasActive ? await measurePrecision(session, tenant, nameRule(stored.rule)) : null,
    hits: await showHits(session, tenant, id),
    history,
  };
}
