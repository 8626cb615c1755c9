import type { z } from 'zod';
import { describeWant } from '../../faults/describe-want.ts';
import { DataError } from './data-error.ts';

function parseJson(json: string, place: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new DataError('bad', `${place}: not JSON`);
  }
}

/** One record of labelled data. Throws `DataError` with the place and the first field that is wrong. */
export function parseRecord<T>(json: string, place: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(parseJson(json, place));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new DataError(
    'bad',
    `${place}: ${issue?.path.join('.') || 'record'}: ${issue ? describeWant(issue) : 'not as expected'}`,
  );
}
