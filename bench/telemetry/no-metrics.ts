import type { Metrics } from '../../src/service/telemetry/metrics/metrics.ts';

/** Stands in the place of the real one: nothing is counted, of Node neither. */
export function createMetrics(): Metrics {
  return {
    watch: (log) => log,
    describe: () => undefined,
    add: () => undefined,
    write: () => Promise.resolve(''),
    contentType: 'text/plain',
  };
}
