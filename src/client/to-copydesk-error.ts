import { CopydeskError } from './copydesk-error.ts';
import type { Problem } from './operations.ts';
import { readRetryAfter } from './read-retry-after.ts';

/** `RateLimit-Policy: "articles";q=2000;w=4`. */
const QUOTA = /;\s*q=(\d{1,15})/u;

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string' && 'detail' in body;
}

function parseProblem(text: string): Problem | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return isProblem(body) ? body : undefined;
  } catch {
    return undefined;
  }
}

/** The error that an answer other than 2xx means. What is no problem document of the API came from something in between. */
export function toCopydeskError({ status, headers }: Response, text: string): CopydeskError {
  const quota = QUOTA.exec(headers.get('ratelimit-policy') ?? '')?.[1];
  const details = {
    status,
    retryAfterSeconds: readRetryAfter(headers.get('retry-after'), new Date(), headers.get('date')),
    burst: quota === undefined ? undefined : Number(quota),
    requestId: headers.get('x-request-id') ?? undefined,
  };
  const problem = parseProblem(text);
  if (problem) return new CopydeskError(problem.code, `${problem.title}. ${problem.detail}`, { ...details, problem });
  return new CopydeskError('unexpected_answer', `the answer has the status ${status} and is none of Copydesk's`, details);
}
