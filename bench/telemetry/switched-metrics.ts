import { createRequire, syncBuiltinESMExports } from 'node:module';
import type { PerformanceObserverCallback } from 'node:perf_hooks';
import type { Metrics } from '../../src/service/telemetry/metrics/metrics.ts';
import { createMetrics as createRealMetrics } from '../../src/service/telemetry/metrics/metrics.ts';
import { measureOwn, measureOwnLater } from './own-cpu.ts';
import { tells, watchTelling } from './telling.ts';

// What metrics ask, as an object that can be changed; ours import it by name.
const hooks: typeof import('node:perf_hooks') = createRequire(import.meta.url)('node:perf_hooks');

/** Has prom-client watch the event loop and the collector only while there is something to tell. */
function createWatched(): Metrics {
  const { monitorEventLoopDelay, PerformanceObserver } = hooks;
  const histograms: ReturnType<typeof monitorEventLoopDelay>[] = [];
  const observers: InstanceType<typeof PerformanceObserver>[] = [];
  hooks.monitorEventLoopDelay = (options) => {
    const histogram = monitorEventLoopDelay(options);
    histograms.push(histogram);
    return histogram;
  };
  hooks.PerformanceObserver = class extends PerformanceObserver {
    constructor(hear: PerformanceObserverCallback) {
      super(hear);
      observers.push(this);
    }
  };
  syncBuiltinESMExports();
  const metrics = createRealMetrics();
  Object.assign(hooks, { monitorEventLoopDelay, PerformanceObserver });
  syncBuiltinESMExports();
  if (histograms.length !== 2 || observers.length !== 1) throw new Error('a process is watched otherwise than thought');
  watchTelling('logs and metrics', (isOn) => {
    for (const histogram of histograms)
      if (isOn) histogram.enable();
      else histogram.disable();
    for (const observer of observers)
      if (isOn) observer.observe({ entryTypes: ['gc'] });
      else observer.disconnect();
  });
  return metrics;
}

/** Stands in the place of the real one: nothing is counted, of Node neither, while there is nothing to tell. */
export function createMetrics(): Metrics {
  const metrics = createWatched();
  return {
    ...metrics,
    write: () => measureOwnLater(metrics.write),
    watch: (log) => {
      const counted = metrics.watch(log);
      // Outermost: with what is logged and traced.
      return (event, fields, trace) =>
        tells('logs and metrics') ? measureOwn(() => counted(event, fields, trace)) : log(event, fields, trace);
    },
  };
}
