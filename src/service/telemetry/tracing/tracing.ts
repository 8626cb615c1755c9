import type { Log } from '../open-log.ts';
import type { Trace } from '../trace.ts';

/** What tells of steps to OpenTelemetry, or does not. */
export interface Tracing {
  /** Makes a span of each line that ends a step. The lines stay as they are, with the ids of the spans. */
  readonly watch: (log: Log) => Log;
  /** The W3C header that hands a step on to others; `undefined` when nobody records it. */
  readonly toTraceparent: (trace: Trace) => string | undefined;
  /** Sends what is left, for a few seconds at most. Never rejects. */
  readonly close: () => Promise<void>;
}

/** Costs nothing. */
export const NO_TRACING: Tracing = {
  watch: (log) => log,
  toTraceparent: () => undefined,
  close: () => Promise.resolve(),
};
