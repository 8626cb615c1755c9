import { ROOT_CONTEXT } from '@opentelemetry/api';
import { SamplingDecision, TraceIdRatioBasedSampler } from '@opentelemetry/sdk-trace';
import type { Cause } from '../trace.ts';
import type { TracingSettings } from './tracing-settings.ts';

/** Which steps are recorded. */
export interface Sampling {
  /** Of articles: told by the trace alone, so that each process decides the same, also days later. */
  readonly isRecorded: (traceId: string) => boolean;
  /** Of a request, which a caller may have decided. */
  readonly isRequestRecorded: (traceId: string, caller: Cause | undefined) => boolean;
}

export function createSampling({ ratio, followsCaller }: TracingSettings): Sampling {
  const sampler = new TraceIdRatioBasedSampler(ratio);
  const isRecorded = (traceId: string): boolean =>
    sampler.shouldSample(ROOT_CONTEXT, traceId).decision === SamplingDecision.RECORD_AND_SAMPLED;
  return {
    isRecorded,
    isRequestRecorded: (traceId, caller) => (followsCaller ? caller?.isSampled : undefined) ?? isRecorded(traceId),
  };
}
