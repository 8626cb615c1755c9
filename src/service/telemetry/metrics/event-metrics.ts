import type { Registry } from 'prom-client';
import { FINDING_KINDS } from '../../../moderation/model/finding.ts';
import { OUTCOMES } from '../../../moderation/model/moderated-article.ts';
import { STAGES } from '../../../moderation/model/watch.ts';
import { LOG_EVENTS, type LogEvent, type LogFields } from '../../../schema/log-events.ts';
import { BoundedLabel } from './bounded-label.ts';
import { type Labels, type Makers, openMakers } from './open-makers.ts';

/** What a process counts of an event; the fields are those of its line in the log. */
export type EventMetrics = <Event extends LogEvent>(event: Event, fields: LogFields<Event>) => void;

type Counters = { readonly [Event in LogEvent]?: (fields: LogFields<Event>) => void };

/** Rules of the ruleset, and apart from them those that tenants have learned; those that come later are counted together. */
const MOST_RULES = 300;
const MOST_LEARNED = 200;
const LEARNED = 'learned.';
/** Of each metric, so that nobody's codes push out those of others. */
const MOST_CODES = 50;
const MOST_ROUTES = 200;

/** From a short text to the deadline. */
const WORK_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
const STAGE_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
/** From at once to a backlog of an hour. */
const WAIT_SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300, 900, 3600];
/** People: from a glance to a long read. */
const DECISION_SECONDS = [1, 2, 5, 10, 20, 40, 60, 120, 300, 600, 1800];
const KEYS = [1, 2, 3, 5, 8, 13, 21, 50, 100];
const SCORES = [10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 100];

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

// Words that there are, for labels that have these and no others.
const FLAGS = ['true', 'false'];
const DECISIONS = LOG_EVENTS['review.decided'].shape.decision.options;
const OK = 'ok';
const FAILED = 'failed';
const RESULTS = [OK, FAILED];
const NOT_STORED = 'not_stored';

/** Names a value of a label that comes from data. */
type Naming = (value: string) => string;

interface Words {
  readonly rule: Naming;
  /** Those of the ruleset, which are counted from the start. */
  readonly rules: readonly string[];
}

function bound(most: number): Naming {
  const label = new BoundedLabel(most);
  return (value) => label.of(value);
}

/** Receivers choose among hundreds of statuses. */
const toStatusClass = (code: string): string => code.replace(/^status_(\d)\d\d$/u, 'status_$1xx');

function nameCodes(): Naming {
  const name = bound(MOST_CODES);
  return (code) => name(toStatusClass(code));
}

function nameRules(): Naming {
  const [own, learned] = [bound(MOST_RULES), bound(MOST_LEARNED)];
  return (rule) => (rule.startsWith(LEARNED) ? learned(rule) : own(rule));
}

function countEach(
  count: (labels: Labels, value: number) => void,
  name: string,
  counts: Readonly<Record<string, number>> = {},
): void {
  for (const [value, n] of Object.entries(counts)) count({ [name]: value }, n);
}

function countArticles({ counter, histogram }: Makers): Counters {
  const code = nameCodes();
  const received = counter('articles_received', 'Articles and revisions taken in.');
  const refused = counter('articles_refused', 'Submissions that were not taken in.', ['code']);
  const ended = counter('articles_ended', 'Articles that ended without a result of their own.', {
    how: ['superseded', 'purged', 'expired'],
  });
  const replayed = counter('articles_replayed', 'Articles that are moderated anew.');
  const waited = histogram(
    'queue_wait_seconds',
    'From the submission, or the last attempt, until the queue is told.',
    WAIT_SECONDS,
  );
  const stalled = counter('processing_stalled', 'Jobs that the queue has lost and that were put back.');
  return {
    'article.received': () => received(),
    'article.refused': (fields) => refused({ code: code(fields.code) }),
    'article.superseded': () => ended({ how: 'superseded' }),
    'article.purged': ({ reason }) => ended({ how: reason === 'asked' ? 'purged' : 'expired' }),
    'article.replayed': () => replayed(),
    'article.queued': ({ waited_seconds }) => waited({}, waited_seconds),
    'processing.stalled': () => stalled(),
  };
}

function countResults({ counter, histogram }: Makers, { rule, rules }: Words): Counters {
  const code = nameCodes();
  const cleaned = counter('articles_cleaned', 'Results of moderation.', { outcome: OUTCOMES });
  const score = histogram('score', 'Quality scores of results.', SCORES);
  const seconds = histogram('processing_seconds', 'From the start of an attempt until what came of it is stored.', WORK_SECONDS, {
    result: RESULTS,
  });
  const abandoned = counter('processing_abandoned', 'Attempts of which nothing was stored.', {
    code: ['overtaken', 'not_stored'],
  });
  const failed = counter('processing_failed', 'Attempts that failed.', ['code', 'final']);
  const dead = counter('articles_dead', 'Articles that could not be moderated.');
  const stage = histogram('stage_seconds', 'What each stage of moderation takes.', STAGE_SECONDS, { stage: STAGES });
  const found = counter('findings', 'Findings of the machine.', { kind: FINDING_KINDS });
  const removed = counter('spans_removed', 'Spans that the machine took out.', { kind: FINDING_KINDS });
  const hits = counter('rule_hits', `Findings by rule; of more than ${MOST_LEARNED} learned ones, those that came first.`, {
    rule: rules,
  });
  const gone = counter('rule_removed', 'Spans that the machine took out, by rule.', { rule: rules });
  return {
    'processing.failed': (fields) => {
      seconds({ result: FAILED }, fields.processing_seconds);
      failed({ code: code(fields.code), final: String(fields.final) });
      if (fields.final) dead();
    },
    'processing.abandoned': (fields) => {
      abandoned({ code: fields.code });
      if (fields.code !== NOT_STORED) return;
      seconds({ result: FAILED }, fields.processing_seconds);
      failed({ code: NOT_STORED, final: 'false' });
    },
    'article.cleaned': (fields) => {
      cleaned({ outcome: fields.outcome });
      score({}, fields.score);
      seconds({ result: OK }, fields.processing_seconds);
      for (const name of STAGES) stage({ stage: name }, fields[`${name}_seconds`]);
      countEach(found, 'kind', fields.kinds);
      countEach(removed, 'kind', fields.removed_kinds);
      for (const [name, count] of Object.entries(fields.rules ?? {})) hits({ rule: rule(name) }, count);
      for (const [name, count] of Object.entries(fields.removed_rules ?? {})) gone({ rule: rule(name) }, count);
    },
  };
}

function countReview({ counter, histogram }: Makers, { rule, rules }: Words): Counters {
  const flagged = counter('articles_flagged', 'Articles that came to the desk.', { outcome: OUTCOMES });
  const decided = counter('decisions', 'Decisions of people.', { decision: DECISIONS, on: ['review', 'appeal'] });
  const seconds = histogram('decision_seconds', 'From the claim to the decision.', DECISION_SECONDS);
  const keys = histogram('decision_keys', 'Keys and clicks that a decision took.', KEYS);
  const undone = counter('decisions_undone', 'Decisions that were taken back.', { told: FLAGS });
  const expired = counter('claims_expired', 'Claims of people who went away.');
  const escalated = counter('escalations', 'Articles that take a lead.');
  const appeals = counter('appeals_opened', 'Appeals of publishers.');
  const answered = counter('appeals_decided', 'Appeals that were decided.', { upheld: FLAGS });
  const checks = counter('checks', 'Second looks by somebody who did not know of the decision.', { agrees: FLAGS });
  const what = 'that people brought back or called wrong in what they accepted';
  const restored = counter('spans_restored', `Findings ${what}.`, { kind: FINDING_KINDS });
  const taken = counter('rule_restored', `Findings ${what}, by rule.`, { rule: rules });
  const gone = 'Of those restored: they count no more, as the decision was undone or changed on an appeal';
  const unrestored = counter('restores_withdrawn', `${gone}.`, { kind: FINDING_KINDS });
  const given = counter('rule_restores_withdrawn', `${gone}; by rule.`, { rule: rules });
  const countRestores = (fields: LogFields<'review.decided' | 'appeal.decided' | 'decision.undone'>) => {
    countEach(restored, 'kind', fields.restored_kinds);
    countEach(unrestored, 'kind', fields.unrestored_kinds);
    for (const [name, count] of Object.entries(fields.restored_rules ?? {})) {
      taken({ rule: rule(name) }, count);
      // From 0 on, so that the first that is withdrawn is an increase.
      given({ rule: rule(name) }, 0);
    }
    for (const [name, count] of Object.entries(fields.unrestored_rules ?? {})) given({ rule: rule(name) }, count);
  };
  const missed = counter('spans_missed', 'Spans that people took out because the machine had left them.');
  return {
    'article.flagged': ({ outcome }) => flagged({ outcome }),
    'review.decided': (fields) => {
      decided({ decision: fields.decision, on: 'review' });
      seconds({}, fields.review_seconds);
      keys({}, fields.keys);
      countRestores(fields);
    },
    'appeal.decided': (fields) => {
      decided({ decision: fields.decision, on: 'appeal' });
      answered({ upheld: String(fields.upheld) });
      countRestores(fields);
    },
    'decision.undone': (fields) => {
      undone({ told: String(fields.told) });
      countRestores(fields);
    },
    'review.lease_expired': () => expired(),
    'review.escalated': () => escalated(),
    'appeal.opened': () => appeals(),
    'review.checked': ({ agrees }) => checks({ agrees: String(agrees) }),
    'span.removed': () => missed(),
  };
}

function countDeliveries({ counter, histogram }: Makers): Counters {
  const [code, end] = [nameCodes(), nameCodes()];
  const attempts = counter('delivery_attempts', 'Attempts to send a webhook that are over.', ['code']);
  const seconds = histogram('delivery_seconds', 'What attempts to send a webhook take.', WORK_SECONDS, { result: RESULTS });
  attempts({ code: OK }, 0);
  const dead = counter('dead_letters', 'Deliveries that were given up.', ['code']);
  // Begun at 0, which those by code are not.
  const gone = counter('deliveries_dead', 'Deliveries that were given up, whatever the code.');
  const replayed = counter('deliveries_replayed', 'Deliveries that are sent once more.');
  return {
    'delivery.succeeded': ({ request_seconds }) => {
      attempts({ code: OK });
      seconds({ result: OK }, request_seconds);
    },
    'delivery.failed': (fields) => {
      attempts({ code: code(fields.code) });
      seconds({ result: FAILED }, fields.request_seconds);
    },
    'delivery.dead_lettered': (fields) => {
      dead({ code: end(fields.code) });
      gone();
    },
    'delivery.replayed': () => replayed(),
  };
}

function countProcess({ counter, histogram }: Makers): Counters {
  const [code, route, component] = [nameCodes(), bound(MOST_ROUTES), bound(MOST_CODES)];
  const requests = counter('requests', 'Requests that the API has answered.', ['method', 'route', 'status']);
  const seconds = histogram('request_seconds', 'What answers of the API take.', WORK_SECONDS, ['route']);
  const failed = counter('failures', 'Failures of parts of a process, which goes on.');
  const failures = counter('component_failures', 'Failures by part and code.', ['component', 'code']);
  const rules = counter('rule_changes', 'What people did with learned rules.', {
    what: ['proposed', 'shadowed', 'activated', 'retired', 'refused'],
  });
  return {
    'request.answered': (fields) => {
      const at = route(fields.route);
      const method = METHODS.has(fields.method) ? fields.method : 'other';
      requests({ method, route: at, status: `${Math.floor(fields.status / 100)}xx` });
      seconds({ route: at }, fields.request_seconds);
    },
    'service.failed': (fields) => {
      failed();
      failures({ component: component(fields.component), code: code(fields.code) });
    },
    'rule.proposed': () => rules({ what: 'proposed' }),
    'rule.shadowed': () => rules({ what: 'shadowed' }),
    'rule.activated': () => rules({ what: 'activated' }),
    'rule.retired': () => rules({ what: 'retired' }),
    'rule.refused': () => rules({ what: 'refused' }),
  };
}

/**
 * Counts events into a registry. No label has an id, a tenant, a source or a text; those from data are bounded. Each of `rules`, those of the
 * ruleset, is counted from the start.
 */
export function createEventMetrics(registry: Registry, rules: readonly string[] = []): EventMetrics {
  const makers = openMakers(registry);
  const words: Words = { rule: nameRules(), rules };
  const counters: Counters = {
    ...countArticles(makers),
    ...countResults(makers, words),
    ...countReview(makers, words),
    ...countDeliveries(makers),
    ...countProcess(makers),
  };
  return (event, fields) => counters[event]?.(fields);
}
