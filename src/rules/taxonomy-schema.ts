import { z } from 'zod';
import { taxonomyConceptSchema } from './topic-entry-schema.ts';

/** A file of a publisher's own topics. */
export const taxonomySchema = z.strictObject({
  about: z.string().min(3).optional(),
  licence: z.string().min(2).optional(),
  topics: z.array(taxonomyConceptSchema).min(1),
});

export type TaxonomyContent = z.infer<typeof taxonomySchema>;
