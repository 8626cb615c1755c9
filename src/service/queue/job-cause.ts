import type { JobsOptions } from 'bullmq';
import { z } from 'zod';
import { readTraceparent } from '../telemetry/read-traceparent.ts';
import type { Cause } from '../telemetry/trace.ts';

const metadataSchema = z.looseObject({ traceparent: z.string().optional() });

/** The options by which a job says what caused it: BullMQ's own field, in the form of `bullmq-otel`. */
export function toJobCause(traceparent: string | undefined): Pick<JobsOptions, 'telemetry'> {
  return traceparent === undefined ? {} : { telemetry: { metadata: JSON.stringify({ traceparent }) } };
}

/** What a job says of its cause; `undefined` when it says nothing that can be read. */
export function readJobCause({ telemetry }: Pick<JobsOptions, 'telemetry'>): Cause | undefined {
  if (typeof telemetry?.metadata !== 'string') return undefined;
  try {
    return readTraceparent(metadataSchema.parse(JSON.parse(telemetry.metadata)).traceparent);
  } catch {
    return undefined;
  }
}
