import { setTimeout as sleep } from 'node:timers/promises';
import { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { createEventLoopMetrics } from '../../../../src/service/telemetry/metrics/event-loop-metrics.ts';

const STALL_MS = 400;

async function readLag(registry: Registry, name: string): Promise<number> {
  const [value] = (await registry.getSingleMetric(name)?.get())?.values ?? [];
  return value?.value ?? Number.NaN;
}

function stall(): void {
  for (const end = performance.now() + STALL_MS; performance.now() < end; );
}

describe('the metrics of the event loop', () => {
  it('tell a stall, and no lag of a loop that has nothing to do', async () => {
    const registry = new Registry();
    const refresh = createEventLoopMetrics(registry);
    await sleep(1000);
    stall();
    await sleep(300);
    await refresh();
    // The look that was due within the stall is late by what was left of it.
    expect(await readLag(registry, 'nodejs_eventloop_lag_max_seconds')).toBeGreaterThan((STALL_MS - 60) / 1000);
    expect(await readLag(registry, 'nodejs_eventloop_lag_min_seconds')).toBeLessThan(0.01);
    expect(await readLag(registry, 'nodejs_eventloop_lag_mean_seconds')).toBeGreaterThan(0.005);
    expect(await readLag(registry, 'nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan((STALL_MS - 60) / 1000);
    await sleep(1000);
    await refresh();
    expect(await readLag(registry, 'nodejs_eventloop_lag_max_seconds')).toBeLessThan((STALL_MS - 60) / 1000);
  });

  it('tell something at once', async () => {
    const registry = new Registry();
    await createEventLoopMetrics(registry)();
    expect(await readLag(registry, 'nodejs_eventloop_lag_seconds')).toBeGreaterThanOrEqual(0);
    expect(await readLag(registry, 'nodejs_eventloop_lag_p99_seconds')).toBe(0);
  });
});
