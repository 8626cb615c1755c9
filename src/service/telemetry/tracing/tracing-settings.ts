import { z } from 'zod';
import { oneOf } from '../../config/one-of.ts';

/** Where spans are sent, and which. */
export interface TracingSettings {
  /** Takes OTLP over HTTP. */
  readonly url: string;
  /** The part of the traces that is recorded, 0 to 1. */
  readonly ratio: number;
  /** A caller that sends `traceparent` says itself whether its request is recorded. */
  readonly followsCaller: boolean;
}

const SAMPLERS = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const;

const url = z.url({ protocol: /^https?$/u, error: 'must be an address, and must begin with http:// or https://' });
const RATIO = 'must be a number from 0 to 1';

/** The environment of OpenTelemetry, as far as we read it; the exporter and the resource read the rest of it themselves. */
const variables = z.object({
  OTEL_SDK_DISABLED: z.string().default('false'),
  OTEL_TRACES_EXPORTER: oneOf(['otlp', 'none']).default('otlp'),
  OTEL_EXPORTER_OTLP_ENDPOINT: url.optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: url.optional(),
  OTEL_EXPORTER_OTLP_PROTOCOL: z.string().default('http/json'),
  OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: z.string().optional(),
  OTEL_TRACES_SAMPLER: oneOf(SAMPLERS).default('parentbased_always_on'),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number(RATIO).min(0, RATIO).max(1, RATIO).default(1),
});

type Variables = z.infer<typeof variables>;

function chooseUrl(settings: Variables): string | undefined {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: base, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: own } = settings;
  return own ?? (base === undefined ? undefined : `${base.replace(/\/$/u, '')}/v1/traces`);
}

function chooseRatio({ OTEL_TRACES_SAMPLER: sampler, OTEL_TRACES_SAMPLER_ARG: ratio }: Variables): number {
  if (sampler.endsWith('always_on')) return 1;
  return sampler.endsWith('always_off') ? 0 : ratio;
}

const isOff = (env: Readonly<Record<string, string>>): boolean =>
  env.OTEL_SDK_DISABLED?.toLowerCase() === 'true' ||
  env.OTEL_TRACES_EXPORTER === 'none' ||
  (env.OTEL_EXPORTER_OTLP_ENDPOINT === undefined && env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT === undefined);

const HTTP_ONLY = 'spans are sent over HTTP: http/json, to the port that takes HTTP, which is usually 4318';

/**
 * The environment without what is empty -> settings; `undefined`: nothing is sent. Variables of a shell that has other programs in mind stop
 * no start while no endpoint is named. Of `http/protobuf` receivers take JSON as well, which the standard asks of them.
 */
export const tracingSchema = z.record(z.string(), z.string()).transform((env, context): TracingSettings | undefined => {
  if (isOff(env)) return undefined;
  const parsed = variables.safeParse(env);
  for (const { path, message } of parsed.error?.issues ?? []) context.addIssue({ code: 'custom', path: [...path], message });
  if (!parsed.success) return z.NEVER;
  const { OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: own, OTEL_EXPORTER_OTLP_PROTOCOL: shared } = parsed.data;
  if (!(own ?? shared).startsWith('http/')) {
    const path = [own === undefined ? 'OTEL_EXPORTER_OTLP_PROTOCOL' : 'OTEL_EXPORTER_OTLP_TRACES_PROTOCOL'];
    context.addIssue({ code: 'custom', path, message: HTTP_ONLY });
  }
  const target = chooseUrl(parsed.data);
  const followsCaller = parsed.data.OTEL_TRACES_SAMPLER.startsWith('parentbased');
  return target === undefined ? undefined : { url: target, ratio: chooseRatio(parsed.data), followsCaller };
});
