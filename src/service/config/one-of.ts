import { z } from 'zod';

/** One of two names or more; the message lists them as a sentence would. */
export function oneOf<const Names extends readonly string[]>(names: Names) {
  return z.enum(names, `must be ${names.slice(0, -1).join(', ')} or ${names.at(-1)}`);
}
