import { z } from 'zod';
import { named } from '../../shapes/api-registry.ts';
import { personShape } from './person-shape.ts';

const time = z.iso.datetime().describe('UTC.');

/** An article in the queue of the desk. */
export const queueRowShape = named(
  'QueueRow',
  'An article in the queue of the desk.',
  z.strictObject({
    id: z.string(),
    revision: z.int().min(1),
    title: z.string().describe('As it was given, or else as it was found in the article; empty when there is none.'),
    source: z.string().nullable(),
    format: z.enum(['text', 'markdown', 'html']),
    characters: z.int().min(0),
    score: z.number().min(0).max(100).nullable(),
    reasons: z.array(z.string()).describe('Why the machine did not publish it.'),
    kinds: z.array(z.string()).describe('Kinds of its findings.'),
    rules: z.array(z.string()).describe('Rules of its findings, at most 50.'),
    review: z.enum(['none', 'flagged', 'escalated', 'appealed', 'decided']),
    decision: z.enum(['accepted', 'rejected']).nullable(),
    claimant: personShape.nullable().describe('Who has it now.'),
    receivedAt: time,
    flaggedAt: time.nullable(),
    dueAt: time.nullable().describe('When somebody should have decided.'),
    priority: z.int().describe('Greater comes first among those that are equally due.'),
  }),
);

/** A page of the queue, with what stands in the whole of it. */
export const queueShape = named(
  'Queue',
  'A page of the queue, in the order in which articles should be taken.',
  z.strictObject({
    articles: z.array(queueRowShape),
    next: z.string().nullable().describe('`cursor` of the next page.'),
    count: z.int().min(0).describe('All that fit, at most 10,000.'),
    oldestSeconds: z.number().nullable().describe('How long the oldest of them has waited.'),
    dueInSeconds: z.number().nullable().describe('Until the first of them is due; negative when it is overdue.'),
    overdue: z.int().min(0),
    facets: z
      .strictObject({
        sources: z.array(z.strictObject({ value: z.string(), count: z.int() })),
        kinds: z.array(z.strictObject({ value: z.string(), count: z.int() })),
        rules: z.array(z.strictObject({ value: z.string(), count: z.int() })),
      })
      .nullable()
      .describe('The most frequent 50 each; only when asked for.'),
  }),
);

export type QueueRowShape = z.infer<typeof queueRowShape>;
export type QueueShape = z.infer<typeof queueShape>;
