import { z } from 'zod';
import { named } from '../../shapes/api-registry.ts';
import { decisionShape } from './act-shape.ts';
import { QUEUE_FILTERS, viewShape } from './queue-query-shape.ts';
import { queueRowShape } from './queue-shape.ts';

const { decision, reason } = decisionShape.shape;

export const bulkShape = z.strictObject({
  filter: z
    .strictObject({ state: z.enum(['desk', 'flagged', 'escalated']).optional(), ...QUEUE_FILTERS, view: viewShape })
    .describe('As GET /v1/desk/queue takes it.'),
  decision,
  reason,
  dryRun: z.boolean().default(false).describe('Count only.'),
});

export const bulkIdShape = z.string().regex(/^bulk_[0-9a-f]{24}$/u);

export const bulkCountShape = named(
  'BulkCount',
  'What a bulk decision would be about.',
  z.strictObject({ count: z.int().min(0).describe('At most 10,000.'), sample: z.array(queueRowShape).max(10) }),
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
