import { z } from 'zod';
import { newAmendmentSchema } from '../../../../schema/amendments-schema.ts';
import { queryNumber } from '../../shapes/query-number.ts';
import { fenceField, revisionField } from './act-shape.ts';

/** Equal inserts of a long article are amended together. */
const MOST_AT_ONCE = 5000;

/** An amendment by its id. */
export const amendmentIdShape = z.string().regex(/^am_[0-9a-f]{24}$/u);

export const amendmentsShape = z.strictObject({
  revision: revisionField,
  fence: fenceField,
  amendments: z.array(newAmendmentSchema).min(1).max(MOST_AT_ONCE).describe('All of them are taken, or none.'),
});

export const withdrawalsShape = z.strictObject({
  revision: revisionField,
  fence: fenceField,
  amendments: z.array(amendmentIdShape).min(1).max(MOST_AT_ONCE).describe('All of them are taken back, or none.'),
});

export const withdrawalQueryShape = z.strictObject({ revision: queryNumber(revisionField), fence: queryNumber(fenceField) });
