import { z } from 'zod';
import { moveRule, type RuleMove } from '../../rules/move-rule.ts';
import { type Backtests, openBacktests } from '../../rules/open-backtests.ts';
import { findFreeName, proposeRule } from '../../rules/propose-rule.ts';
import { proveRule } from '../../rules/prove-rule.ts';
import { readRule } from '../../rules/read-rule.ts';
import { RuleError } from '../../rules/rule-error.ts';
import type { StoredRule } from '../../rules/stored-rule.ts';
import type { ApiContext } from '../api-context.ts';
import { type ApiServer, callerOf, personOf } from '../api-server.ts';
import type { DeskAccess } from '../authenticate.ts';
import { FairSlots } from '../fair-slots.ts';
import type { ProblemCode } from '../problems.ts';
import { readRuleAnswer, readRulesAnswer } from './rules/read-rule-answer.ts';
import { proposeFor, toNewRule } from './rules/to-new-rule.ts';
import {
  newRuleShape,
  type ProposalsShape,
  proofShape,
  proposalsShape,
  proposeShape,
  ruleDetailShape,
  ruleIdShape,
  rulesShape,
} from './shapes/rule-shape.ts';

const TAGS = ['desk'];
/** Whoever asks for proposals waits for them. */
const ASKING = { mostWaiting: 8, patienceMs: 10_000 };
/** One batch of one back-test at a time, tenants in turn; a back-test waits as long as it takes. */
const TRYING = { mostWaiting: 1, patienceMs: 86_400_000 };
const ruleParams = z.strictObject({ id: ruleIdShape });

/** What rules are tried by. */
interface Trials {
  readonly backtests: Backtests;
  readonly asking: FairSlots;
  readonly trying: FairSlots;
}

/** Whoever tries a rule does it with what its tenant has learned so far. */
function startBacktest(
  { pool, threads, ruleset, rules, closing }: ApiContext,
  { backtests, trying }: Trials,
  stored: StoredRule,
): Promise<void> {
  const open = async () => ({
    ...{ pool, threads: threads(), ruleset: ruleset(), signal: closing },
    inTurn: <T>(work: () => Promise<T>) => trying.run(stored.tenant, work),
    rules: await rules.readNow(stored.tenant),
  });
  return backtests.start(open, stored);
}

function addReading(server: ApiServer, { pool }: ApiContext): void {
  const list = {
    operationId: 'listRules',
    tags: TAGS,
    summary: 'List the rules that were learned',
    response: { 200: rulesShape },
  };
  server.get('/v1/desk/rules', { config: { access: 'desk:moderator' }, schema: list }, (request) =>
    readRulesAnswer(pool, callerOf(request).tenant, personOf(request)),
  );
  const one = {
    ...{ operationId: 'getRule', tags: TAGS, summary: 'Read a rule with its back-test, its hits and its precision' },
    ...{ params: ruleParams, response: { 200: ruleDetailShape } },
  };
  server.get('/v1/desk/rules/:id', { config: { access: 'desk:moderator', problems: ['unknown_rule'] }, schema: one }, (request) =>
    readRuleAnswer(pool, callerOf(request).tenant, personOf(request), request.params.id),
  );
}

/** What is wrong with a span. */
const SPAN_PROBLEMS = ['unknown_article', 'purged', 'bad_rule', 'busy'] as const;

function addProposing(server: ApiServer, context: ApiContext, trials: Trials): void {
  const ask = {
    ...{ operationId: 'proposeRules', tags: TAGS, summary: 'Ask which rules a span of an article could become' },
    ...{ body: proposeShape, response: { 200: proposalsShape } },
  };
  const config = { access: 'desk:moderator', problems: SPAN_PROBLEMS } as const;
  server.post('/v1/desk/rules/propose', { config, schema: ask }, async (request) => {
    const { tenant } = callerOf(request);
    const { proposals, name, kind } = await proposeFor(context, trials.asking, tenant, request.body);
    const copies = proposals.map((one) => ({ ...one, match: [...one.match], allow: [...one.allow] }));
    const answer: ProposalsShape = { proposals: copies, name: await findFreeName(context.pool, tenant, name), kind };
    return answer;
  });
  const create = {
    ...{ operationId: 'createRule', tags: TAGS, summary: 'Propose a rule; its back-test begins at once' },
    ...{ body: newRuleShape, response: { 201: ruleDetailShape } },
  };
  const problems = [...SPAN_PROBLEMS, 'rule_exists', 'too_many_rules'] as const;
  server.post('/v1/desk/rules', { config: { access: 'desk:moderator', problems }, schema: create }, async (request, reply) => {
    const [{ tenant }, person] = [callerOf(request), personOf(request)];
    const rule = toNewRule(request.body, await proposeFor(context, trials.asking, tenant, request.body.from));
    const stored = await proposeRule(context, person, tenant, rule, context.ruleset());
    // It can be begun by hand when too many run.
    await startBacktest(context, trials, stored).catch((error: unknown) => {
      if (!(error instanceof RuleError)) throw error;
    });
    return reply.code(201).send(await readRuleAnswer(context.pool, tenant, person, stored.id));
  });
}

function addTrying(server: ApiServer, context: ApiContext, trials: Trials): void {
  const { pool } = context;
  const prove = {
    ...{ operationId: 'proveRule', tags: TAGS, summary: 'Give a proposed rule other examples' },
    ...{ params: ruleParams, body: proofShape, response: { 200: ruleDetailShape } },
  };
  const problems = ['unknown_rule', 'rule_state', 'bad_rule'] as const;
  server.put('/v1/desk/rules/:id/proof', { config: { access: 'desk:moderator', problems }, schema: prove }, async (request) => {
    const [{ tenant }, { id }] = [callerOf(request), request.params];
    await proveRule(pool, tenant, id, { change: () => request.body }, context.ruleset());
    return readRuleAnswer(pool, tenant, personOf(request), id);
  });
  const test = {
    ...{ operationId: 'backtestRule', tags: TAGS, summary: 'Try a rule on the newest articles, anew' },
    ...{ params: ruleParams, response: { 202: ruleDetailShape } },
  };
  const tried = { access: 'desk:moderator', problems: ['unknown_rule', 'rule_state', 'too_many_backtests'] } as const;
  server.post('/v1/desk/rules/:id/backtest', { config: tried, schema: test }, async (request, reply) => {
    const [{ tenant }, { id }] = [callerOf(request), request.params];
    const stored = await readRule(pool, tenant, id);
    if (stored.state === 'retired') throw new RuleError('rule_state', 'the rule is retired');
    await startBacktest(context, trials, stored);
    return reply.code(202).send(await readRuleAnswer(pool, tenant, personOf(request), id));
  });
}

interface Moving {
  readonly name: string;
  readonly operationId: string;
  readonly summary: string;
  readonly access: DeskAccess;
  readonly move: RuleMove;
  readonly problems: readonly ProblemCode[];
}

/** Whoever retires an active rule is a lead; who retires another one need not be. */
const MOVES: readonly Moving[] = [
  {
    ...{ name: 'shadow', operationId: 'shadowRule', summary: 'Count what a rule finds in new articles, and change nothing' },
    ...{ access: 'desk:moderator', move: 'rule.shadowed', problems: ['no_proof', 'bad_rule', 'too_many_rules'] },
  },
  {
    ...{ name: 'activate', operationId: 'activateRule', summary: 'Make a rule part of the ruleset' },
    ...{ access: 'desk:lead', move: 'rule.activated', problems: ['no_proof', 'bad_rule'] },
  },
  {
    ...{ name: 'retire', operationId: 'retireRule', summary: 'Take a rule out of the ruleset' },
    ...{ access: 'desk:moderator', move: 'rule.retired', problems: [] },
  },
];

function addMoving(server: ApiServer, context: ApiContext): void {
  for (const { name, operationId, summary, access, move, problems } of MOVES) {
    const schema = { operationId, tags: TAGS, summary, params: ruleParams, response: { 200: ruleDetailShape } };
    const config = { access, problems: ['unknown_rule', 'rule_state', 'not_allowed', ...problems] as const };
    server.post(`/v1/desk/rules/:id/${name}`, { config, schema }, async (request) => {
      const [{ tenant }, person] = [callerOf(request), personOf(request)];
      const { id } = request.params;
      await moveRule(context, person, tenant, { id, move }, context.ruleset());
      return readRuleAnswer(context.pool, tenant, person, id);
    });
  }
}

/** Rules that people learn from spans: `/v1/desk/rules`. */
export function addDeskRuleRoutes(server: ApiServer, context: ApiContext): void {
  const trials: Trials = {
    backtests: openBacktests(context.log),
    asking: new FairSlots(context.settings.checks, ASKING),
    trying: new FairSlots(1, TRYING),
  };
  addReading(server, context);
  addProposing(server, context, trials);
  addTrying(server, context, trials);
  addMoving(server, context);
}
