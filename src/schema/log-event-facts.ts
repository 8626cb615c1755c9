import type { LogEvent, LogFields } from './log-events.ts';

export const LOG_LINE_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLineLevel = (typeof LOG_LINE_LEVELS)[number];

/** Severity numbers of OpenTelemetry's log data model. */
export const SEVERITY_NUMBERS: Readonly<Record<LogLineLevel, number>> = { debug: 5, info: 9, warn: 13, error: 17 };

/** What is said of an event beside its fields. */
export interface LogEventFacts<Event extends LogEvent> {
  /** When the line is written, in one sentence. */
  readonly says: string;
  /** `info` when absent. */
  readonly level?: LogLineLevel;
  readonly example: LogFields<Event>;
}

const ids = { tenant: 'default', article_id: 'art_4f0c2a', revision: 1, run: 1, source: 'harbour-feed' };
const states = { processing_state: 'cleaned', review_state: 'none', delivery_state: 'pending' } as const;
const sent = { ...ids, attempt: 1, number: 6, ...states, delivery: 'msg_81d0', delivery_attempt: 1 };
const desk = { ...ids, attempt: 1, number: 6, ...states, review_state: 'flagged', delivery_state: 'delivered' } as const;
const act = { ...desk, person: 'per_7a11', fence: 1 };
const amended = { ...act, amendment: 'am_92f3' };
const span = { ...amended, kind: 'spam_insert', rule: 'spam.exchange-discount@1' } as const;
const decided = { ...act, review_state: 'decided', delivery_state: 'held', decision: 'rejected', reason: 'spam' } as const;
const rule = { tenant: 'default', rule: 'rule_5be1', person: 'per_7a11' };

const queued = { processing_state: 'queued', review_state: 'none', delivery_state: 'none' } as const;
const processing = { ...queued, processing_state: 'processing' } as const;

/** What each event says, how grave it is, and an example; the page and the tests are made of it. */
export const LOG_EVENT_FACTS: { readonly [Event in LogEvent]: LogEventFacts<Event> } = {
  'service.started': {
    says: 'A process has started its roles.',
    example: { mode: 'embedded', roles: ['api', 'worker', 'relay', 'deliver'], ruleset: '3f9a'.repeat(16) },
  },
  'service.stopped': { says: 'A process has let go of all it had and ends.', example: { up_seconds: 86_400.5 } },
  'service.failed': {
    says: 'A part of a process failed and goes on: a loop, a request, another recogniser of names.',
    level: 'error',
    example: { code: 'econnrefused', component: 'relay' },
  },
  'request.answered': {
    says: 'The API has answered a request.',
    example: {
      request_id: 'req-1f',
      method: 'POST',
      route: '/v1/articles',
      status: 202,
      tenant: 'default',
      key: 'a1b2c3',
      request_seconds: 0.004,
    },
  },
  'article.received': {
    says: 'A new article, or a new revision, was taken in; from here on it is not lost.',
    example: { ...ids, attempt: 0, number: 1, ...queued, processing_state: 'received', characters: 5210 },
  },
  'article.refused': {
    says: 'A submission was not taken in.',
    level: 'warn',
    example: { tenant: 'default', code: 'revision_conflict' },
  },
  'article.superseded': {
    says: 'A newer revision has taken the place of this one.',
    example: { ...ids, attempt: 0, number: 3, ...queued, processing_state: 'superseded', by: 2 },
  },
  'article.queued': {
    says: 'The queue was told about the article.',
    example: { ...ids, attempt: 0, number: 2, ...queued, job: 'm-17', waited_seconds: 0.012 },
  },
  'processing.started': {
    says: 'A worker begins an attempt. One of `article.cleaned`, `processing.failed` and `processing.abandoned` ends it, unless the worker dies.',
    example: { ...ids, attempt: 1, number: 3, ...processing, job: 'm-17' },
  },
  'processing.failed': {
    says: 'An attempt failed; without another try where `final`.',
    level: 'warn',
    example: {
      ...ids,
      ...{ attempt: 1, number: 4, ...processing, processing_state: 'retrying' },
      ...{ code: 'deadline', final: false, processing_seconds: 60.01 },
    },
  },
  'processing.stalled': {
    says: 'The queue has lost the job of an article, which goes back to it.',
    level: 'warn',
    example: { ...ids, attempt: 1, number: 4, ...processing, processing_state: 'retrying', job: 'm-17' },
  },
  'processing.abandoned': {
    says: 'An attempt came to its end, and nothing is recorded: something else had ended it before (a newer revision, a purge, another delivery of the job), or the store refused.',
    example: { ...ids, attempt: 1, code: 'overtaken', processing_seconds: 0.08 },
  },
  'article.cleaned': {
    says: 'Moderation has come to a result, which is stored.',
    example: {
      ...ids,
      ...{ attempt: 1, number: 4, ...states, delivery_state: 'none' },
      ...{ outcome: 'review', score: 61.5, findings: 3, removed: 2, kinds: { spam_insert: 2, garbage_token: 1 } },
      ...{ removed_kinds: { spam_insert: 2 }, removed_rules: { 'spam.exchange-discount@1': 2 } },
      ...{ rules: { 'spam.exchange-discount@1': 2, 'garbage.token@1': 1 }, incomplete: [], processing_seconds: 0.041 },
      ...{ read_seconds: 0.0004, parse_seconds: 0.002, detect_seconds: 0.006, clean_seconds: 0.003 },
      ...{ annotate_seconds: 0.018, score_seconds: 0.0006 },
    },
  },
  'article.accepted': {
    says: 'The machine lets the article be published.',
    example: { ...ids, attempt: 1, number: 5, ...states, score: 96 },
  },
  'article.flagged': {
    says: 'The article is on the desk: a person decides.',
    example: { ...ids, attempt: 1, number: 5, ...states, review_state: 'flagged', outcome: 'review', reasons: 2 },
  },
  'article.replayed': {
    says: 'Moderation begins anew, with the rules and models of now.',
    example: { ...ids, run: 2, attempt: 0, number: 8, ...queued, processing_state: 'received', delivery_state: 'delivered' },
  },
  'article.purged': {
    says: 'The content of the article is gone for good.',
    example: { ...ids, attempt: 1, number: 8, ...states, delivery_state: 'delivered', reason: 'retention' },
  },
  'rule.proposed': { says: 'A person proposed a rule.', example: rule },
  'rule.shadowed': { says: 'A rule runs beside the others and changes nothing.', example: rule },
  'rule.activated': { says: 'A learned rule is one of its tenant from now on.', example: rule },
  'rule.retired': { says: 'A learned rule is none any more.', example: rule },
  'rule.refused': {
    says: 'A learned rule of the store cannot be used by this version.',
    level: 'warn',
    example: { tenant: 'default', rule: 'rule_5be1', code: 'rule_error' },
  },
  'review.claimed': { says: 'A person has the article for themselves.', example: act },
  'review.released': { says: 'A person gave the article back.', example: act },
  'review.lease_expired': { says: 'A person went away, and the article is free again.', example: act },
  'review.escalated': { says: 'It takes a lead.', example: { ...act, review_state: 'escalated', reason: 'legal' } },
  'review.noted': { says: 'A person wrote a note.', example: { ...desk, person: 'per_7a11', note: 'note_11c0' } },
  'span.restored': { says: 'A person brought back what the machine took out.', example: span },
  'span.removed': { says: 'A person took out what the machine left.', example: amended },
  'text.edited': { says: 'A person wrote other words.', example: amended },
  'finding.reclassified': { says: 'A person says that a finding is of another kind, or wrong.', example: span },
  'entity.rejected': { says: 'A person says that an entity is none.', example: amended },
  'topic.rejected': { says: 'A person says that a topic is wrong.', example: amended },
  'topic.added': { says: 'A person adds a topic.', example: amended },
  'amendment.withdrawn': { says: 'A person took a change back.', example: amended },
  'review.decided': {
    says: 'A person has decided; the publisher hears of it after a hold.',
    example: {
      ...{ ...decided, decision: 'accepted', reason: 'mended' },
      ...{ restored_kinds: { spam_insert: 1 }, restored_rules: { 'spam.exchange-discount@1': 1 } },
      ...{ keys: 2, review_seconds: 14.2 },
    },
  },
  'decision.undone': {
    says: 'A decision was taken back.',
    example: {
      ...act,
      fence: 2,
      told: false,
      unrestored_rules: { 'spam.exchange-discount@1': 1 },
      unrestored_kinds: { spam_insert: 1 },
    },
  },
  'appeal.opened': {
    says: 'The publisher appeals.',
    example: { ...desk, review_state: 'appealed', person: 'per_0c3d', appeal: 'app_77b2' },
  },
  'appeal.decided': {
    says: 'An appeal was decided, by somebody else than before.',
    example: { ...decided, appeal: 'app_77b2', upheld: false },
  },
  'review.checked': {
    says: 'A second person has decided without knowing of the first decision.',
    example: { ...desk, review_state: 'decided', person: 'per_99e0', decision: 'rejected', agrees: true },
  },
  'delivery.attempted': { says: 'A webhook is about to be sent.', example: { ...sent, delivery_state: 'delivering' } },
  'delivery.succeeded': {
    says: 'The publisher has the decision.',
    example: { ...sent, delivery_state: 'delivered', status: 204, request_seconds: 0.031 },
  },
  'delivery.failed': {
    says: 'An attempt to send failed.',
    level: 'warn',
    example: { ...sent, delivery_state: 'retrying', code: 'status_503', status: 503, request_seconds: 0.2, retry_seconds: 30 },
  },
  'delivery.dead_lettered': {
    says: 'A delivery was given up; `copydesk dead replay` sends it once more.',
    level: 'error',
    example: {
      ...ids,
      attempt: 1,
      number: 9,
      ...states,
      delivery_state: 'dead',
      delivery: 'msg_81d0',
      delivery_attempts: 12,
      code: 'status_503',
    },
  },
  'delivery.shelved': {
    says: 'The webhook was taken away while the decision was held back: it waits to be fetched.',
    example: {
      ...ids,
      attempt: 1,
      number: 9,
      ...states,
      review_state: 'decided',
      delivery_state: 'available',
      delivery: 'msg_81d0',
    },
  },
  'delivery.replayed': {
    says: 'A delivery that was over is sent once more.',
    example: { ...ids, attempt: 1, number: 10, ...states, delivery: 'msg_81d0' },
  },
};
