import { z } from 'zod';
import { FINDING_KINDS } from '../moderation/model/finding.ts';
import { ARTICLE_STATES } from './article-states.ts';

const seconds = z.number().min(0).describe('Seconds.');
const count = z.number().int().min(0);
const code = z
  .string()
  .max(64)
  .regex(/^[a-z0-9_]+$/u)
  .describe('A short stable word; never a message.');

const run = count.min(1).describe('How often moderation was asked for, this time included.');

/** Fields of every line that is about an article. */
const ABOUT_ARTICLE = {
  tenant: z.string(),
  article_id: z.string(),
  revision: z.number().int().min(1),
  run,
  attempt: count.describe('How often processing was started in this run.'),
  source: z
    .string()
    .max(64)
    .regex(/^(?:[\w.:-]+|sha256:[0-9a-f]{16})$/u)
    .describe('Where the publisher says it is from; the beginning of its SHA-256 when it is not a plain name.')
    .exactOptional(),
};

/** Fields of every line about an event that is recorded: its place in the article's chain, and where the article stands after it. */
const RECORDED = {
  number: count
    .min(1)
    .describe('Its place among the events of the revision, from 1; one that is missing is a line that was lost.'),
  processing_state: z.enum(ARTICLE_STATES.processing),
  review_state: z.enum(ARTICLE_STATES.review),
  delivery_state: z.enum(ARTICLE_STATES.delivery).describe('Of the newest decision.'),
};

/** Fields of lines about a rule that people learned: ids, never its words. */
const ABOUT_RULE = {
  tenant: z.string(),
  rule: z.string().describe('Its id.'),
  person: z.string().describe('Id of whoever acted.'),
};

const article = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject({ ...ABOUT_ARTICLE, ...RECORDED, ...shape });
const act = <Shape extends z.ZodRawShape>(shape: Shape) =>
  article({ person: z.string().describe('Id of whoever acted; never a name.'), ...shape });
const fence = count.describe('Which claim of the article it was done under.');
const amendment = z.string().describe('Id of the amendment; never what it says.');
const reviewDecision = z.enum(['accepted', 'rejected']);
const mode = z.enum(['embedded', 'postgres', 'redis+postgres']);
const outcome = z.enum(['publish', 'review', 'reject']);
const kind = z.enum(FINDING_KINDS);
const rule = z.string().max(128).describe('The id of a rule, such as spam.exchange-discount@1.');
/** What a person's change was about: of several findings of the machine the one with the most text; absent where it is about none. */
const about = { kind: kind.exactOptional(), rule: rule.exactOptional() };

/**
 * What counts as brought back by rules: findings that people brought back or called wrong, as articles have them when people accept them.
 * `copydesk precision` counts the same.
 */
const restores = {
  restored_kinds: z
    .partialRecord(kind, count)
    .describe(
      'Findings that were brought back or called wrong in what is accepted, by kind; after an undoing, those that count again.',
    )
    .exactOptional(),
  restored_rules: z.record(rule, count).describe('The same by rule; of more than 50 rules, those with the most.').exactOptional(),
  unrestored_kinds: z
    .partialRecord(kind, count)
    .describe('Those of an earlier decision that count no more: it was undone, or this one takes its place.')
    .exactOptional(),
  unrestored_rules: z.record(rule, count).describe('The same by rule.').exactOptional(),
};
const decided = { fence, decision: reviewDecision, reason: code.exactOptional(), ...restores };

/** Stages of moderation, as `moderate` runs them; rounds of one stage are added up. */
const STAGE_SECONDS = {
  read_seconds: seconds.exactOptional(),
  parse_seconds: seconds.exactOptional(),
  detect_seconds: seconds.exactOptional(),
  clean_seconds: seconds.exactOptional(),
  annotate_seconds: seconds.exactOptional(),
  score_seconds: seconds.exactOptional(),
};

/**
 * The log contract: every event with the only fields its lines may carry, besides those of `LOG_ENVELOPE`. Article text,
 * titles, URLs and secrets have no field to stand in.
 */
export const LOG_EVENTS = {
  'service.started': z.strictObject({ mode, roles: z.array(z.string()), ruleset: z.string() }),
  'service.stopped': z.strictObject({ up_seconds: seconds }),
  'service.failed': z.strictObject({ code, component: z.string() }),
  'request.answered': z.strictObject({
    request_id: z.string().max(64),
    method: z.string(),
    route: z.string().describe('The pattern of the address, such as /v1/articles/:id; "none" when there is no such address.'),
    status: count,
    code: code.exactOptional(),
    tenant: z.string().exactOptional(),
    key: z.string().describe('The public half of the API key.').exactOptional(),
    person: z.string().describe('Id of whoever acted on the desk; never a name.').exactOptional(),
    request_seconds: seconds,
  }),
  'article.received': article({ characters: count }),
  'article.refused': z.strictObject({ tenant: z.string(), code }),
  'article.superseded': article({ by: z.number().int().min(2).describe('The newer revision.') }),
  'article.queued': article({ job: z.string(), waited_seconds: seconds }),
  'processing.started': article({ job: z.string() }),
  'processing.failed': article({ code, final: z.boolean(), processing_seconds: seconds }),
  'processing.stalled': article({ job: z.string() }),
  'processing.abandoned': z.strictObject({
    ...ABOUT_ARTICLE,
    code: code.describe(
      '`overtaken`: something else had ended it. `not_stored`: the store did not say that it has kept what came of it.',
    ),
    processing_seconds: seconds,
  }),
  'article.cleaned': article({
    outcome,
    score: z.number().min(0).max(100),
    findings: count,
    removed: count.describe('Findings whose text was taken out.').exactOptional(),
    kinds: z.partialRecord(kind, count).describe('Findings by kind.').exactOptional(),
    rules: z.record(rule, count).describe('Findings by rule; of more than 50 rules, those with the most.').exactOptional(),
    removed_kinds: z.partialRecord(kind, count).describe('Of those whose text was taken out.').exactOptional(),
    removed_rules: z.record(rule, count).describe('Of those whose text was taken out.').exactOptional(),
    incomplete: z.array(code).readonly().describe('Stages that were not finished.').exactOptional(),
    processing_seconds: seconds.describe('From the start of the attempt until its result was stored.'),
    ...STAGE_SECONDS,
  }),
  'article.accepted': article({ score: z.number().min(0).max(100) }),
  'article.flagged': article({ outcome, reasons: count }),
  'rule.proposed': z.strictObject(ABOUT_RULE),
  'rule.shadowed': z.strictObject(ABOUT_RULE),
  'rule.activated': z.strictObject(ABOUT_RULE),
  'rule.retired': z.strictObject(ABOUT_RULE),
  'rule.refused': z.strictObject({ tenant: z.string(), rule: z.string(), code }),
  'article.replayed': article({}),
  'article.purged': article({ reason: z.enum(['asked', 'retention']) }),
  'review.claimed': act({ fence }),
  'review.released': act({ fence }),
  'review.lease_expired': act({ fence }),
  'review.escalated': act({ fence, reason: code.exactOptional() }),
  'review.noted': act({ note: z.string().describe('Id of the note; never what it says.') }),
  'span.restored': act({ fence, amendment, ...about }),
  'span.removed': act({ fence, amendment, ...about }),
  'text.edited': act({ fence, amendment, ...about }),
  'finding.reclassified': act({ fence, amendment, ...about }),
  'entity.rejected': act({ fence, amendment }),
  'topic.rejected': act({ fence, amendment }),
  'topic.added': act({ fence, amendment }),
  'amendment.withdrawn': act({ fence, amendment }),
  'review.decided': act({
    ...decided,
    keys: count.describe('Keys and clicks that the decision took, as the page counted them.').exactOptional(),
    review_seconds: seconds.describe('From the claim to the decision, as the page measured it.').exactOptional(),
  }),
  'decision.undone': act({ fence, told: z.boolean().describe('Whether the publisher had been told.'), ...restores }),
  'appeal.opened': act({ appeal: z.string().describe('Id of the appeal; never what it says.') }),
  'appeal.decided': act({ ...decided, appeal: z.string(), upheld: z.boolean() }),
  'review.checked': act({ decision: reviewDecision, agrees: z.boolean() }),
  'delivery.attempted': article({ delivery: z.string(), delivery_attempt: count }),
  'delivery.succeeded': article({ delivery: z.string(), delivery_attempt: count, status: count, request_seconds: seconds }),
  'delivery.failed': article({
    delivery: z.string(),
    delivery_attempt: count,
    code,
    status: count.exactOptional(),
    request_seconds: seconds,
    retry_seconds: seconds.exactOptional(),
  }),
  'delivery.dead_lettered': article({ delivery: z.string(), delivery_attempts: count, code }),
  'delivery.shelved': article({ delivery: z.string() }),
  'delivery.replayed': article({ delivery: z.string() }),
} as const;

export type LogEvent = keyof typeof LOG_EVENTS;
export type LogFields<Event extends LogEvent> = z.infer<(typeof LOG_EVENTS)[Event]>;

/** Fields of every line. */
export const LOG_ENVELOPE = {
  schema: z.literal(1),
  time: z.iso.datetime().describe('UTC.'),
  level: z.enum(['debug', 'info', 'warn', 'error']),
  service: z.literal('copydesk'),
  version: z.string(),
  trace_id: z.string().regex(/^[0-9a-f]{32}$/u),
  span_id: z.string().regex(/^[0-9a-f]{16}$/u),
};

function toLine(event: LogEvent): z.ZodType {
  return z.strictObject({ ...LOG_ENVELOPE, event: z.literal(event), ...LOG_EVENTS[event].shape });
}

/** What a line of the log may be: one strict object for each event. */
export const logLineSchema = z.union((Object.keys(LOG_EVENTS) as LogEvent[]).map(toLine));
