import type { Cause } from './trace.ts';

/** W3C Trace Context: version, trace, step and flags; later versions may add fields at the end. */
const TRACEPARENT = /^(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(?:$|-)/u;
const LONGEST = 256;
const SAMPLED = 1;

/** The step of the caller's that a `traceparent` names; `undefined` for one that keeps not to the standard, which counts as none. */
export function readTraceparent(header: unknown): Cause | undefined {
  if (typeof header !== 'string' || header.length > LONGEST) return undefined;
  const [all = '', version, traceId, spanId, flags = ''] = TRACEPARENT.exec(header) ?? [];
  if (traceId === undefined || spanId === undefined || (version === '00' && all !== header)) return undefined;
  // Of the first version the length is fixed.
  if (version === '00' && header.length !== 55) return undefined;
  return { traceId, spanId, isSampled: (Number.parseInt(flags, 16) & SAMPLED) !== 0 };
}
