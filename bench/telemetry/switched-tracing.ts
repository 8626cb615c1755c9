import { openTracing as openRealTracing } from '../../src/service/telemetry/tracing/open-tracing.ts';
import type { Tracing } from '../../src/service/telemetry/tracing/tracing.ts';
import { tells } from './telling.ts';

/** Stands in the place of the real one: no span is made while none is to be told. */
export async function openTracing(...args: Parameters<typeof openRealTracing>): Promise<Tracing> {
  const tracing = await openRealTracing(...args);
  return {
    ...tracing,
    watch: (log) => {
      const traced = tracing.watch(log);
      return (event, fields, trace) => (tells('traces too') ? traced : log)(event, fields, trace);
    },
    toTraceparent: (trace) => (tells('traces too') ? tracing.toTraceparent(trace) : undefined),
  };
}
