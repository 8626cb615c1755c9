import { z } from 'zod';
import { QUEUE_FILTERS, queueStateShape } from './queue-query-shape.ts';

const score = z.number().min(0).max(100);

/** What the queue can be narrowed by, as JSON: the filters of its query, with numbers as numbers. Each that is given must hold. */
export const queueFilterShape = z.strictObject({
  ...QUEUE_FILTERS,
  state: queueStateShape.optional(),
  minScore: score.optional().describe('Of the newest result; articles without one are left out.'),
  maxScore: score.optional(),
  minAgeSeconds: z.int().min(0).max(1_000_000_000).optional().describe('On the desk for at least so long.'),
});

export type QueueFilterShape = z.infer<typeof queueFilterShape>;
