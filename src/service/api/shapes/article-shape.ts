import { z } from 'zod';
import { moderatedArticleSchema } from '../../../schema/moderated-article-schema.ts';
import { DELIVERY_TYPES } from '../../delivery/delivery-type.ts';
import { ARTICLE_STATUSES } from '../../store/article-status.ts';
import { named } from './api-registry.ts';
import { closedReasonShape } from './closed-reason-shape.ts';

const time = z.iso.datetime().describe('UTC.');

const eventShape = named(
  'Event',
  'Something that happened to the article. Events are appended, never changed; each holds the hash of the one before it. Where a key does not see them all, numbers are left out.',
  z.strictObject({
    number: z.int().min(1),
    time,
    name: z.string(),
    data: z.record(z.string(), z.unknown()),
    hash: z.string().nullable(),
  }),
);

const DELIVERY_STATES = ['held', 'pending', 'delivering', 'retrying', 'delivered', 'dead', 'available', 'cancelled'] as const;

export const deliveryStateShape = z.enum(DELIVERY_STATES);

export const deliveryShape = named(
  'Delivery',
  'A decision that the publisher is told.',
  z.strictObject({
    id: z.string().describe('The webhook-id of every attempt.'),
    type: z.enum(DELIVERY_TYPES),
    articleId: z.string(),
    revision: z.int().min(1),
    run: z.int().min(1),
    state: deliveryStateShape,
    attempts: z.int().min(0),
    createdAt: time,
    lastAttemptAt: time.nullable(),
    lastStatus: z.int().nullable().describe('HTTP status of the last attempt.'),
    lastCode: z.string().nullable().describe('Why the last attempt failed.'),
  }),
);

const ABOUT = {
  id: z.string(),
  revision: z.int().min(1),
  externalId: z.string(),
  source: z.string().nullable(),
  title: z.string(),
  format: z.enum(['text', 'markdown', 'html']),
  characters: z.int().min(0),
  status: z.enum(ARTICLE_STATUSES),
  score: z.number().min(0).max(100).nullable().describe('Of the newest result.'),
  run: z.int().min(1).describe('How often moderation was asked for.'),
  receivedAt: time,
  changedAt: time,
  url: z.string(),
} as const;

export const articleRowShape = named('ArticleRow', 'An article in a list.', z.strictObject(ABOUT));

const appealStateShape = named(
  'AppealState',
  'What became of an appeal.',
  z.strictObject({
    id: z.string(),
    openedAt: time,
    state: z
      .enum(['open', 'upheld', 'turned_down', 'closed'])
      .describe('`closed`: it is over without a decision, because what it was against stands no more.'),
    endedAt: time.nullable(),
    closedReason: closedReasonShape.describe(
      'Of a closed one: the article was moderated anew, has a newer revision, or has no content any more; the event of that in `history` names the appeal. Null also for what was closed before this was recorded.',
    ),
  }),
);

export const articleShape = named(
  'ArticleState',
  'Where a revision of an article stands, its result, and all that happened to it.',
  z.strictObject({
    ...ABOUT,
    processing: z.enum(['received', 'queued', 'processing', 'retrying', 'cleaned', 'dead', 'superseded']),
    review: z
      .enum(['none', 'flagged', 'escalated', 'appealed', 'decided'])
      .describe('`flagged`, `escalated` and `appealed` are on the desk.'),
    decision: z.enum(['accepted', 'rejected']).nullable().describe('What a person has decided, while it stands.'),
    delivery: z.enum(['none', ...DELIVERY_STATES]),
    attempt: z.int().min(0).describe('How often processing was started in this run.'),
    revisions: z.array(z.int().min(1)).describe('Revisions of the article, the newest 1,000.'),
    history: z.array(eventShape).describe('The newest 1,000 events of the revision.'),
    deliveries: z.array(deliveryShape).describe('The newest 1,000 decisions of the revision.'),
    appeals: z.array(appealStateShape).describe('Appeals against decisions on the revision, the newest last.'),
    result: moderatedArticleSchema.nullable().describe('Null until the article is cleaned, and after its content is purged.'),
  }),
);
