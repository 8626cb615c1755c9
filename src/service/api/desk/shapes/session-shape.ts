import { z } from 'zod';
import { named } from '../../shapes/api-registry.ts';
import { personShape } from './person-shape.ts';

/** Who is signed in. */
export const sessionShape = named(
  'Session',
  'Who is signed in, and for whom.',
  z.strictObject({
    person: personShape,
    csrf: z.string().describe('To be sent in the header Copydesk-CSRF with each request that changes something.'),
    tenants: z.array(z.string()).describe('Tenants that the person may act for, by the header Copydesk-Tenant.'),
  }),
);

export type SessionShape = z.infer<typeof sessionShape>;
