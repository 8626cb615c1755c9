import { randomBytes } from 'node:crypto';

/** W3C trace context: what belongs together, and which step of it this is. */
export interface Trace {
  /** 32 hexadecimal digits. */
  readonly traceId: string;
  /** 16 hexadecimal digits. */
  readonly spanId: string;
}

/** A new step of a trace, or of a new trace. */
export function startSpan(traceId: string = randomBytes(16).toString('hex')): Trace {
  return { traceId, spanId: randomBytes(8).toString('hex') };
}
