import { NO_TRACING, type Tracing } from './tracing.ts';
import type { TracingSettings } from './tracing-settings.ts';

/** Opens tracing as the settings say; OpenTelemetry is loaded only when spans are to be sent. `onError`: spans were not taken. */
export async function openTracing(settings: TracingSettings | undefined, onError: (error: Error) => void): Promise<Tracing> {
  if (!settings) return NO_TRACING;
  const { startOtlpTracing } = await import('./start-otlp-tracing.ts');
  return startOtlpTracing(settings, onError);
}
