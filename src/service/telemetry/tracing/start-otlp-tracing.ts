import { setTimeout as sleep } from 'node:timers/promises';
import {
  defaultResource,
  detectResources,
  type Resource,
  resourceAttributesEnvDetector,
  resourceFromAttributes,
  serviceNameEnvDetector,
} from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { ENGINE_VERSION } from '../../../moderation/model/engine.ts';
import { createSampling } from './create-sampling.ts';
import { GivenIds } from './given-ids.ts';
import { openExporter } from './open-exporter.ts';
import { SpanRecorder } from './span-recorder.ts';
import type { Tracing } from './tracing.ts';
import type { TracingSettings } from './tracing-settings.ts';

/** How long a stop waits for spans to be taken. */
const CLOSE_MS = 2000;
/** Spans that wait to be sent, at most: a receiver that is away costs some megabytes, and then spans. */
const MOST_WAITING = 8192;
const SEND_EVERY_MS = 2000;

/** OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES come before what we say of ourselves. */
function describeService(): Resource {
  const own = resourceFromAttributes({ 'service.name': 'copydesk', 'service.version': ENGINE_VERSION });
  const given = detectResources({ detectors: [resourceAttributesEnvDetector, serviceNameEnvDetector] });
  return defaultResource().merge(own).merge(given);
}

/** Makes spans of the lines of the log and sends them in batches, in the background. */
export function startOtlpTracing(settings: TracingSettings, onError: (error: Error) => void): Tracing {
  let isClosed = false;
  const exporter = openExporter(settings.url, (error) => {
    if (!isClosed) onError(error);
  });
  const ids = new GivenIds();
  const provider = new TracerProvider({
    idGenerator: ids,
    resource: describeService(),
    spanProcessors: [new BatchSpanProcessor({ exporter, maxQueueSize: MOST_WAITING, scheduledDelayMillis: SEND_EVERY_MS })],
  });
  const sampling = createSampling(settings);
  const recorder = new SpanRecorder(provider.getTracer('copydesk', ENGINE_VERSION), ids, sampling);
  return {
    watch: (log) => (event, fields, trace) => log(event, fields, recorder.record(event, fields, trace)),
    toTraceparent: (trace) => `00-${trace.traceId}-${trace.spanId}-${sampling.isRecorded(trace.traceId) ? '01' : '00'}`,
    close: async () => {
      await Promise.race([provider.shutdown().catch(() => undefined), sleep(CLOSE_MS)]);
      isClosed = true;
    },
  };
}
