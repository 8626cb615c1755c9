import type { z } from 'zod';

const KINDS: Readonly<Record<string, string>> = {
  object: 'an object with named fields',
  record: 'an object with named fields',
  array: 'a list',
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  null: 'null',
  NaN: 'NaN',
};
const MISMATCH = /^Invalid input: expected (\w+), received (\w+)$/u;

const kindOf = (type: string): string => KINDS[type] ?? type;

function describeMismatch(message: string): string {
  const [, expected, received] = MISMATCH.exec(message) ?? [];
  if (expected === undefined || received === undefined) return message;
  const want = `${kindOf(expected)} is wanted`;
  return received === 'undefined' ? `missing; ${want}` : `${want}, not ${kindOf(received)}`;
}

const isOtherKind = (issue: z.core.$ZodIssue): boolean => issue.code === 'invalid_value' && issue.values.length === 1;

function describeWithPlace(issue: z.core.$ZodIssue): string {
  const want = describeWant(issue);
  return issue.path.length === 0 ? want : `${issue.path.join('.')}: ${want}`;
}

/** What is wanted in place of what the schema met, for a person: `missing; text is wanted`. The place is for the caller to tell. */
export function describeWant(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return describeMismatch(issue.message);
  if (issue.code === 'unrecognized_keys') return `unknown field ${issue.keys.map((key) => JSON.stringify(key)).join(', ')}`;
  if (issue.code !== 'invalid_union') return issue.message;
  // Where one way is of the kind that was meant, the others say only that theirs is another.
  const meant = issue.errors.filter((way) => !way.some(isOtherKind));
  const ways = new Set((meant.length > 0 ? meant : issue.errors).flatMap(([first]) => (first ? [describeWithPlace(first)] : [])));
  return ways.size === 0 ? issue.message : [...ways].join(', or ');
}
