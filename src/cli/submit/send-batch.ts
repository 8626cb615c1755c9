import { type CopydeskClient, CopydeskError, type Problem, type Submitted } from '../../client/client.ts';
import type { PlacedArticle } from './batch-collector.ts';

/** What the desk said to one article. */
export interface BatchOutcome {
  readonly place: number;
  readonly answer: Submitted | Problem;
}

/** Whether halves of the batch may get in where the whole does not. */
function isTooMuch({ code, burst, status }: CopydeskError, count: number): boolean {
  if (code === 'rate_limited') return burst !== undefined && burst < count;
  // A proxy in between may have a limit of its own.
  return code === 'batch_too_large' || code === 'body_too_large' || (code === 'unexpected_answer' && status === 413);
}

/** The problem of the one article that was sent, which is no fault of the desk or the key. */
function toProblem({ code, problem, status }: CopydeskError): Problem | undefined {
  if (problem && (status === 413 || status === 422)) return problem;
  if (code !== 'unexpected_answer' || status !== 413) return undefined;
  const detail = 'Something between here and the desk takes no body of this size.';
  return { type: 'urn:copydesk:problem:body_too_large', title: 'The body is too large', status, code: 'body_too_large', detail };
}

async function sendHalves(client: CopydeskClient, batch: readonly PlacedArticle[], signal: AbortSignal) {
  const middle = Math.ceil(batch.length / 2);
  const first = await sendBatch(client, batch.slice(0, middle), signal);
  return [...first, ...(await sendBatch(client, batch.slice(middle), signal))];
}

/**
 * Hands a batch in; what is too large goes in halves. Throws `CopydeskError` when the desk cannot be reached, or takes nothing of this key,
 * and the reason of the signal.
 */
export async function sendBatch(
  client: CopydeskClient,
  batch: readonly PlacedArticle[],
  signal: AbortSignal,
): Promise<readonly BatchOutcome[]> {
  try {
    const answers = await client.submitBatch(
      batch.map(({ article }) => article),
      { signal },
    );
    return answers.map((answer, index) => ({ place: batch[index]?.place ?? 0, answer }));
  } catch (error) {
    if (!(error instanceof CopydeskError)) throw error;
    if (batch.length > 1 && isTooMuch(error, batch.length)) return sendHalves(client, batch, signal);
    const problem = batch.length === 1 ? toProblem(error) : undefined;
    if (!problem) throw error;
    return batch.map(({ place }) => ({ place, answer: problem }));
  }
}
