import { z } from 'zod';
import { named } from '../../shapes/api-registry.ts';
import { queryNumber } from '../../shapes/query-number.ts';
import { decisionShape } from './act-shape.ts';

const { revision, decision, reason } = decisionShape.shape;
export const checkShape = z.strictObject({ revision, decision, reason });

const MOST_DAYS = 3650;
export const agreementQueryShape = z.strictObject({
  days: queryNumber(z.int().min(1).max(MOST_DAYS)).default(30).describe('How far back to look.'),
});

export const agreementShape = named(
  'Agreement',
  'How often second persons, who knew nothing of the decision, said the same.',
  z.strictObject({
    checked: z.int().min(0),
    agreed: z.int().min(0),
    kappa: z
      .number()
      .min(-1)
      .max(1)
      .nullable()
      .describe("Cohen's kappa: agreement beyond chance. Null when nothing was checked, or both always said the same."),
    waiting: z.int().min(0).describe('Decisions of the sample that nobody has checked yet.'),
  }),
);
