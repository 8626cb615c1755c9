import { z } from 'zod';
import { MAX_REVISION } from '../../../../schema/article-schema.ts';
import { REVIEW_REASONS } from '../../../review/review-reasons.ts';
import { named } from '../../shapes/api-registry.ts';
import { storableText } from '../../shapes/storable-text.ts';
import { personShape } from './person-shape.ts';

export const revisionField = z.int().min(1).max(MAX_REVISION).describe('Which content is meant.');
export const fenceField = z.int().min(0).max(MAX_REVISION).describe('`fence` of the article when it was claimed.');
/** The list stands in the document; who sends another code is told it, by the problem `bad_reason`. */
const reasonOf = (...acts: readonly (keyof typeof REVIEW_REASONS)[]) =>
  z
    .string()
    .max(64)
    .meta({ enum: [...new Set(acts.flatMap((act) => REVIEW_REASONS[act]))] })
    .nullable()
    .describe(acts.map((act) => `${act}: ${REVIEW_REASONS[act].join(', ')}${act === 'accepted' ? ', or null' : ''}.`).join(' '));
const reason = reasonOf('accepted', 'rejected');

/** Whoever acts names the content, and, for what needs a claim, the claim. */
export const actShape = z.strictObject({ revision: revisionField });
export const claimedActShape = z.strictObject({ revision: revisionField, fence: fenceField });
export const escalationShape = z.strictObject({ revision: revisionField, fence: fenceField, reason: reasonOf('escalated') });

const MAX_NOTE = 10_000;
export const noteShape = z.strictObject({
  revision: revisionField,
  text: storableText()
    .min(1)
    .max(MAX_NOTE)
    .refine((text) => text.trim() !== '', 'A note says something.'),
});

const effort = z
  .strictObject({
    keys: z.int().min(0).max(100_000).describe('Keys and clicks.'),
    seconds: z.number().min(0).max(86_400).describe('From the claim on.'),
  })
  .describe('What the decision took; for the log.');

export const decisionShape = z.strictObject({
  revision: revisionField,
  fence: fenceField,
  decision: z.enum(['accepted', 'rejected']),
  reason,
  result: z
    .string()
    .regex(/^[0-9a-f]{64}$/u)
    .describe('`resultSha256` of the article that was looked at.'),
  effort: effort.exactOptional(),
});

export const lookingShape = named(
  'Looking',
  'Whether an article is as it was, and who else has it open.',
  z.strictObject({
    version: z.int().min(0).describe('The number of its last event.'),
    looking: z.array(personShape).describe('Others who have it open.'),
    claimant: personShape.nullable(),
  }),
);

export const renewedShape = named(
  'RenewedClaim',
  'A claim that goes on.',
  z.strictObject({ leaseSeconds: z.number(), version: z.int().min(0), looking: z.array(personShape) }),
);
