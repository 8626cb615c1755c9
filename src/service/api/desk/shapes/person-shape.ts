import { z } from 'zod';
import { ROLES } from '../../../review/person.ts';
import { named } from '../../shapes/api-registry.ts';

/** Whoever acts on the desk, as others there see them. */
export const personShape = named(
  'Person',
  'Whoever acts on the desk.',
  z.strictObject({
    id: z.string().describe('`per_…`, or `key:…` for a program.'),
    name: z.string(),
    role: z.enum(ROLES),
    tenant: z.string().nullable().describe('Null: all tenants.'),
  }),
);
