import { z } from 'zod';
import { named } from '../../shapes/api-registry.ts';
import { decisionShape } from './act-shape.ts';
import { QUEUE_FILTERS, viewShape } from './queue-query-shape.ts';
import { queueRowShape } from './queue-shape.ts';

const { decision, reason } = decisionShape.shape;

/** What waits for a person. Appeals are decided one by one. */
export const bulkStateShape = z.enum(['desk', 'flagged', 'escalated']);

const tokenShape = z.string().regex(/^\d{1,18}-[0-9a-f]{64}$/u);

export const bulkShape = z.strictObject({
  filter: z
    .strictObject({ state: bulkStateShape.optional(), ...QUEUE_FILTERS, view: viewShape })
    .describe('As GET /v1/desk/queue takes it.'),
  decision,
  reason,
  dryRun: z.boolean().default(false).describe('Count only.'),
  token: tokenShape
    .optional()
    .describe('Of the count of the same filter; without it, or when other articles fit now, nothing is decided.'),
});

export const bulkIdShape = z.string().regex(/^bulk_[0-9a-f]{24}$/u);

export const bulkCountShape = named(
  'BulkCount',
  'What a bulk decision would be about.',
  z.strictObject({
    count: z.int().min(0).describe('At most 10,000.'),
    token: tokenShape.describe('The decision names it, and is about just these articles.'),
    sample: z.array(queueRowShape).max(10),
  }),
);

export const createdBulkShape = named(
  'CreatedBulk',
  'A bulk decision that begins.',
  z.strictObject({ id: bulkIdShape, total: z.int().min(0) }),
);

export const bulkProgressShape = named(
  'BulkProgress',
  'How far a bulk decision has come.',
  z.strictObject({
    id: bulkIdShape,
    state: z.enum(['running', 'done', 'stopped', 'undoing', 'undone']),
    total: z.int().min(0),
    done: z.int().min(0).describe('Decided, and not undone.'),
    undone: z.int().min(0),
    refused: z
      .record(z.string(), z.int().min(1))
      .describe('How many were not decided, or stay decided after an undo, by the code of the reason.'),
  }),
);
