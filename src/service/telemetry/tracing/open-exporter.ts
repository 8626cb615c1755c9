import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import type { SpanExporter } from '@opentelemetry/sdk-trace';

const SUCCESS = 0;

/** Sends spans as OTLP over HTTP. Of failures `onError` hears the first since spans were taken last, or at all. */
export function openExporter(url: string, onError: (error: Error) => void): SpanExporter {
  const exporter = new OTLPTraceExporter({ url });
  let isFailing = false;
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        const hasFailed = result.code !== SUCCESS;
        if (hasFailed && !isFailing) onError(result.error ?? new Error('spans were not taken'));
        isFailing = hasFailed;
        done(result);
      }),
    forceFlush: () => exporter.forceFlush(),
    shutdown: () => exporter.shutdown(),
  };
}
