import type { IdGenerator } from '@opentelemetry/sdk-trace';
import type { StepId } from '../trace.ts';

const NONE: StepId = { traceId: '', spanId: '' };

/** Spans have the ids that the lines of the log have. */
export class GivenIds implements IdGenerator {
  #next = NONE;

  /** The next span is this step. */
  give(step: StepId): void {
    this.#next = step;
  }

  generateTraceId(): string {
    return this.#next.traceId;
  }

  generateSpanId(): string {
    return this.#next.spanId;
  }
}
