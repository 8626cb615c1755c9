import { z } from 'zod';
import { amendmentsSchema } from '../../../../schema/amendments-schema.ts';
import { moderatedArticleSchema } from '../../../../schema/moderated-article-schema.ts';
import { DESK_ACTIONS } from '../../../review/list-actions.ts';
import { named } from '../../shapes/api-registry.ts';
import { closedReasonShape } from '../../shapes/closed-reason-shape.ts';
import { personShape } from './person-shape.ts';
import { queueRowShape } from './queue-shape.ts';

const time = z.iso.datetime().describe('UTC.');

const historyShape = z.strictObject({
  number: z.int().min(1),
  revision: z.int().min(1),
  time,
  name: z.string(),
  by: personShape.nullable().describe('Null: the machine.'),
  data: z.record(z.string(), z.unknown()),
});

const noteShape = z.strictObject({
  id: z.string(),
  by: personShape,
  time,
  text: z.string().nullable().describe('Null after a purge.'),
});

/** An article as the desk shows it. */
export const deskArticleShape = named(
  'DeskArticle',
  'An article as the desk shows it: what came in, what the machine and people made of it, and what this person may do now.',
  z.strictObject({
    ...queueRowShape.shape,
    url: z.string().nullable().describe('As the publisher gave it; nothing fetches it.'),
    original: z.string().nullable().describe('The text as it came in; null after a purge.'),
    result: moderatedArticleSchema.nullable().describe('With the amendments. Null while there is none, and after a purge.'),
    resultSha256: z.string().nullable().describe('Of the bytes of `result`; a decision names it.'),
    machine: z
      .strictObject({ score: z.number(), outcome: z.enum(['publish', 'review', 'reject']), reasons: z.array(z.string()) })
      .nullable()
      .describe('What the machine said without amendments.'),
    amendments: z
      .array(z.strictObject({ id: z.string(), by: personShape, time, amendment: amendmentsSchema.element.nullable() }))
      .describe('Each with its content; null after a purge.'),
    appeals: z
      .array(
        z.strictObject({
          ...{ id: z.string(), by: personShape, time },
          text: z.string().nullable().describe('Null after a purge.'),
          endedAt: time.nullable().describe('Null while it waits.'),
          upheld: z.boolean().nullable().describe('Null while it waits, and when it was closed without a decision.'),
          closedReason: closedReasonShape.describe(
            'Why it was closed without a decision: the article was moderated anew, has a newer revision, or has no content any more. Null also for what was closed before this was recorded.',
          ),
        }),
      )
      .describe('Of this revision, the newest last.'),
    against: z
      .strictObject({ decision: z.enum(['accepted', 'rejected']), result: z.string().nullable() })
      .nullable()
      .describe(
        'The decision that an open appeal is against, with the SHA-256 of the result that it is about: of the machine, or of a person. Null when no appeal waits, and for publishers.',
      ),
    fence: z.int().min(0).describe('Of the claim of now; acts name it.'),
    leaseSeconds: z.number().nullable().describe('How long the claim lasts still, unless it is renewed.'),
    undoSeconds: z
      .number()
      .nullable()
      .describe('How long a decision can be undone before anybody is told; null when it is told, or there is none.'),
    actions: z.array(z.enum(DESK_ACTIONS)).describe('What this person may do now.'),
    looking: z.array(personShape).describe('Others who have the article open.'),
    version: z
      .int()
      .min(0)
      .describe(
        'The number of its last event, for publishers of the last that they see: it grows whenever something has happened.',
      ),
    revisions: z.array(z.int().min(1)),
    history: z.array(historyShape).describe('Events of all revisions, the newest 1,000.'),
    notes: z.array(noteShape),
    copies: z
      .array(z.strictObject({ id: z.string(), title: z.string(), source: z.string().nullable(), findings: z.array(z.string()) }))
      .describe('Other articles of the tenant that its findings name.'),
  }),
);

export type DeskArticleShape = z.infer<typeof deskArticleShape>;
