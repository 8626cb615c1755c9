import { randomBytes } from 'node:crypto';

/** W3C trace context: what belongs together, and which step of it this is. */
export interface StepId {
  /** 32 hexadecimal digits. */
  readonly traceId: string;
  /** 16 hexadecimal digits. */
  readonly spanId: string;
}

/** What brought a step about: the step that it is part of when their traces are one, else one of another trace. */
export interface Cause extends StepId {
  /** Milliseconds since 1970. */
  readonly startedAt?: number;
  /** Whether a caller from elsewhere says that it records its trace. */
  readonly isSampled?: boolean;
  /** What brought it about in its turn, when it is a step of ours. */
  readonly cause?: Cause;
}

/** A step. Without a cause, a step of an article is part of the one that took the article in. */
export type Trace = Cause;

/** A new step, from now on: of the trace that is named, or of its cause's, or of a new one. */
export function startSpan(traceId?: string, cause?: Cause): Trace {
  const id = traceId ?? cause?.traceId ?? randomBytes(16).toString('hex');
  return { traceId: id, spanId: randomBytes(8).toString('hex'), startedAt: Date.now(), ...(cause && { cause }) };
}
