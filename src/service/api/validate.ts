import type { FastifySchemaCompiler } from 'fastify';
import { z } from 'zod';
import { listFaults } from './list-faults.ts';
import { ProblemError } from './problem-error.ts';

const PARTS: Readonly<Record<string, string>> = { body: 'body', querystring: 'query', params: 'path', headers: 'headers' };

/** Checks a part of a request by its zod schema; what does not fit becomes the problem `invalid`. */
export const validate: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  const part = PARTS[httpPart ?? ''] ?? 'body';
  return (data: unknown) => {
    const checked = z.safeParse(schema, data);
    if (checked.success) return { value: checked.data };
    return { error: new ProblemError('invalid', { errors: listFaults(checked.error, part) }) };
  };
};
