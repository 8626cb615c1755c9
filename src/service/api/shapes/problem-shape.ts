import { z } from 'zod';
import { PROBLEMS } from '../problems.ts';
import { named } from './api-registry.ts';

/** Problem details, RFC 9457. */
export const problemShape = named(
  'Problem',
  'What went wrong, as RFC 9457 writes it. `code` is stable; `detail` says what to do.',
  z.strictObject({
    type: z.string().describe('urn:copydesk:problem:<code>.'),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(PROBLEMS)),
    detail: z.string(),
    errors: z
      .array(
        z.strictObject({
          in: z.enum(['body', 'query', 'path', 'headers']),
          pointer: z.string().describe('JSON pointer (RFC 6901) into that part.'),
          detail: z.string(),
        }),
      )
      .exactOptional()
      .describe('Each thing that does not fit the schema.'),
  }),
);
