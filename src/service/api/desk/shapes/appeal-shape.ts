import { z } from 'zod';
import { named } from '../../shapes/api-registry.ts';
import { storableText } from '../../shapes/storable-text.ts';
import { decisionShape, revisionField } from './act-shape.ts';

const MAX_APPEAL = 10_000;
const text = storableText()
  .min(1)
  .max(MAX_APPEAL)
  .refine((said) => said.trim() !== '', 'An appeal says something.')
  .describe('Why the decision is wrong.');

export const appealShape = z.strictObject({ revision: revisionField, text });

export const ownAppealShape = z.strictObject({
  revision: revisionField.optional().describe('The newest when absent.'),
  text,
});

export const openedAppealShape = named(
  'OpenedAppeal',
  'An appeal that people will decide; what comes of it is told like any decision.',
  z.strictObject({ id: z.string(), revision: z.int().min(1), status: z.literal('flagged') }),
);

export const appealDecisionShape = z.strictObject({
  ...decisionShape.shape,
  upheld: z
    .boolean()
    .describe('Whoever appealed is right. Then `decision` is the other one, or `result` is not the one that was decided on.'),
});
