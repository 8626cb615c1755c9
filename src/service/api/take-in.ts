import { z } from 'zod';
import { articleSchema } from '../../schema/article-schema.ts';
import type { Accepted } from '../intake/accepted.ts';
import { logAccepted, logRefused } from '../intake/log-accepted.ts';
import { RefusedError } from '../intake/refused-error.ts';
import { type Submission, toSubmission } from '../intake/submission.ts';
import type { Trace } from '../telemetry/trace.ts';
import type { ApiContext } from './api-context.ts';
import { listFaults } from './list-faults.ts';
import { ProblemError } from './problem-error.ts';
import { batchOutlineShape } from './shapes/submission-shape.ts';
import { toProblemError } from './to-problem-error.ts';

/** What is to be taken in: each article as a submission, or as the problem that it is. */
export interface Wanted {
  readonly isBatch: boolean;
  readonly items: readonly (Submission | ProblemError)[];
}

function readItem(value: unknown, tenant: string, path: readonly PropertyKey[], traceId?: string): Submission | ProblemError {
  const checked = z.safeParse(articleSchema, value);
  if (!checked.success) return new ProblemError('invalid', { errors: listFaults(checked.error, 'body', path) });
  try {
    return toSubmission(checked.data, tenant, traceId);
  } catch (error) {
    if (error instanceof RefusedError) return toProblemError(error);
    throw error;
  }
}

/** Reads the body of a submission. One article is in the request's trace; those of a batch have their own. Throws `ProblemError` for a batch that is none. */
export function readWanted(body: unknown, tenant: string, traceId: string): Wanted {
  if (typeof body !== 'object' || body === null || !('articles' in body)) {
    return { isBatch: false, items: [readItem(body, tenant, [], traceId)] };
  }
  const batch = z.safeParse(batchOutlineShape, body);
  if (!batch.success) throw new ProblemError('invalid', { errors: listFaults(batch.error, 'body') });
  return { isBatch: true, items: batch.data.articles.map((item, index) => readItem(item, tenant, ['articles', index])) };
}

/** What became of each article, in their order. */
export type Taken = Accepted | ProblemError;

/** Those that can be taken in. */
export function listSubmissions({ items }: Wanted): readonly Submission[] {
  return items.flatMap((item) => (item instanceof ProblemError ? [] : [item]));
}

/** Takes in what can be, by `accept`. */
export async function takeIn(
  wanted: Wanted,
  accept: (submissions: readonly Submission[]) => Promise<readonly (Accepted | RefusedError)[]>,
): Promise<readonly Taken[]> {
  const outcomes = await accept(listSubmissions(wanted));
  let at = 0;
  return wanted.items.map((item) => {
    if (item instanceof ProblemError) return item;
    const outcome = outcomes[at++];
    if (outcome === undefined) throw new Error('a submission had no outcome');
    return outcome instanceof RefusedError ? toProblemError(outcome) : outcome;
  });
}

/** Says what `request` took in and what was refused; call it when the transaction is committed. */
export function logTaken({ log }: ApiContext, tenant: string, { items }: Wanted, taken: readonly Taken[], request: Trace): void {
  for (const [index, one] of taken.entries()) {
    const item = items[index];
    if (one instanceof ProblemError) logRefused(log, tenant, one.code);
    else if (item && !(item instanceof ProblemError)) logAccepted(log, item.article, one, request);
  }
}
