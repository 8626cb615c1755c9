import type { z } from 'zod';
import type { Fault } from './problem-error.ts';

/** Faults that one answer lists; whoever sends more of them has seen enough. */
const MOST = 20;

/** A JSON pointer, RFC 6901. */
function toPointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** A name that someone else chose, short enough for an answer. */
function shorten(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60).toWellFormed()}…` : name;
}

function toFaults(issue: z.core.$ZodIssue, part: string, above: readonly PropertyKey[]): readonly Fault[] {
  const path = [...above, ...issue.path].map((one) => (typeof one === 'string' ? shorten(one) : one));
  if (issue.code !== 'unrecognized_keys') return [{ in: part, pointer: toPointer(path), detail: issue.message }];
  return issue.keys.map((key) => ({ in: part, pointer: toPointer([...path, shorten(key)]), detail: 'There is no such field.' }));
}

/** What does not fit the schema, each with its place. `above` is the path to the value that was checked. */
export function listFaults(error: z.core.$ZodError, part: string, above: readonly PropertyKey[] = []): readonly Fault[] {
  const faults: Fault[] = [];
  for (const issue of error.issues) {
    faults.push(...toFaults(issue, part, above).slice(0, MOST - faults.length));
    if (faults.length >= MOST) break;
  }
  return faults;
}
