import { z } from 'zod';
import { OUTCOMES } from '../../../moderation/model/moderated-article.ts';
import { moderatedArticleSchema } from '../../../schema/moderated-article-schema.ts';
import { DELIVERY_TYPES } from '../../delivery/delivery-type.ts';
import { named } from './api-registry.ts';
import { deliveryShape } from './article-shape.ts';

const time = z.iso.datetime();

const bodyShape = named(
  'Decision',
  'What the publisher is told: the very JSON that a webhook gets.',
  z.strictObject({
    type: z.enum(DELIVERY_TYPES),
    timestamp: time.describe('When it was decided.'),
    data: z.strictObject({
      id: z.string(),
      externalId: z.string(),
      source: z.string().nullable(),
      revision: z.int().min(1),
      run: z.int().min(1),
      status: z.enum(['accepted', 'flagged', 'rejected', 'dead']),
      outcome: z.enum(OUTCOMES).nullable(),
      score: z.number().nullable(),
      reasons: z.array(z.string()),
      decision: z
        .enum(['accepted', 'rejected'])
        .nullable()
        .describe('What a person decided; null when it was the machine, and when it was taken back.'),
      reason: z.string().nullable().describe("Code of the person's reason."),
      isAmended: z.boolean().describe('Whether people amended `result`; then its field `amendments` says how.'),
      result: moderatedArticleSchema
        .nullable()
        .describe('Null when it has more than a megabyte: then `resultUrl` says where it stands.'),
      resultUrl: z
        .string()
        .exactOptional()
        .describe('`/v1/deliveries/{id}/result`: the same bytes for as long as the content is kept.'),
    }),
  }),
);

const listedDeliveryShape = named(
  'ListedDelivery',
  'A decision in the feed.',
  z.strictObject({
    ...deliveryShape.shape,
    place: z.string().describe('Its place in the feed: a whole number that grows.'),
    externalId: z.string(),
    source: z.string().nullable(),
    dueAt: time.nullable().describe('When it is tried next; null when it is not.'),
    body: bodyShape.nullable().describe('Null when it was not asked for, and when the content was purged.'),
  }),
);

export const deliveryListShape = named(
  'DeliveryList',
  'A page of the feed.',
  z.strictObject({
    deliveries: z.array(listedDeliveryShape),
    next: z.string().describe('Send it as `after` to read on, now or later; nothing that comes is passed over.'),
  }),
);

export const replayedDeadShape = named(
  'ReplayedDead',
  'What became of the dead deliveries.',
  z.strictObject({
    replayed: z.int().min(0).describe('Sent once more from now on.'),
    refused: z.int().min(0).describe('Left as they are: a newer decision took their place, or there is no webhook.'),
  }),
);
