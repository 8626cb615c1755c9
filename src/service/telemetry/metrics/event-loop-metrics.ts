import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate as untilNext } from 'node:timers/promises';
import { Gauge, type Registry } from 'prom-client';

/** A look is a timer. Looks each 10 ms, as prom-client's, cost an idle process more than all else that it tells. */
const LOOK_MS = 50;
const NANOSECONDS = 1e9;

function createGauges(registry: Registry) {
  const gauge = (name: string, help: string) => {
    const made = new Gauge({ name: `nodejs_eventloop_lag${name}_seconds`, help, registers: [registry] });
    return (seconds: number) => made.set(seconds);
  };
  return {
    now: gauge('', 'Lag of the event loop when it was asked.'),
    min: gauge('_min', 'The least lag of the event loop since it was asked last.'),
    max: gauge('_max', 'The most lag of the event loop since it was asked last.'),
    mean: gauge('_mean', 'The mean lag of the event loop since it was asked last.'),
    stddev: gauge('_stddev', 'The standard deviation of the lag of the event loop since it was asked last.'),
    p50: gauge('_p50', 'The 50th percentile of the lag of the event loop since it was asked last.'),
    p90: gauge('_p90', 'The 90th percentile of the lag of the event loop since it was asked last.'),
    p99: gauge('_p99', 'The 99th percentile of the lag of the event loop since it was asked last.'),
  };
}

/**
 * Puts gauges of how late timers of this process are into a registry, by the names of prom-client's, which tell the time between two looks as
 * lag too. Returns what brings them up to date; it never rejects.
 */
export function createEventLoopMetrics(registry: Registry): () => Promise<void> {
  const gauges = createGauges(registry);
  const looks = monitorEventLoopDelay({ resolution: LOOK_MS });
  looks.enable();
  const toLag = (nanoseconds: number): number => Math.max(0, nanoseconds / NANOSECONDS - LOOK_MS / 1000);
  return async () => {
    const from = performance.now();
    await untilNext();
    gauges.now((performance.now() - from) / 1000);
    if (looks.count === 0) return;
    gauges.min(toLag(looks.min));
    gauges.max(toLag(looks.max));
    gauges.mean(toLag(looks.mean));
    gauges.stddev(looks.stddev / NANOSECONDS);
    gauges.p50(toLag(looks.percentile(50)));
    gauges.p90(toLag(looks.percentile(90)));
    gauges.p99(toLag(looks.percentile(99)));
    looks.reset();
  };
}
