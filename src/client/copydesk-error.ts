import type { Problem } from './operations.ts';

/** Every stable code of the API, and what only a client can meet. */
export type ErrorCode = Problem['code'] | 'unreachable' | 'unexpected_answer';

interface ErrorDetails {
  readonly status?: number | undefined;
  readonly problem?: Problem | undefined;
  readonly retryAfterSeconds?: number | undefined;
  readonly burst?: number | undefined;
  readonly requestId?: string | undefined;
  readonly cause?: unknown;
}

/** A request that came to nothing. `code` is stable: `rate_limited`, `unknown_article`, or `unreachable` when nobody answered. */
export class CopydeskError extends Error {
  override readonly name = 'CopydeskError';
  readonly code: ErrorCode;
  /** HTTP status; `undefined` when nobody answered. */
  readonly status: number | undefined;
  /** What the API says, RFC 9457; its `errors` point at what does not fit. */
  readonly problem: Problem | undefined;
  /** When the API wants the request again. */
  readonly retryAfterSeconds: number | undefined;
  /** Articles that the tenant's limit lets in at once. */
  readonly burst: number | undefined;
  /** For whoever looks into the log of the desk. */
  readonly requestId: string | undefined;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.status = details.status;
    this.problem = details.problem;
    this.retryAfterSeconds = details.retryAfterSeconds;
    this.burst = details.burst;
    this.requestId = details.requestId;
  }
}
