import { Registry } from 'prom-client';
import { createMetrics } from './metrics.ts';
import { createRedisMetrics } from './redis-metrics.ts';
import { createStoreMetrics } from './store-metrics.ts';

/** A metric as processes tell it; a histogram's series end in `_bucket`, `_sum` and `_count`. */
export interface MetricFacts {
  readonly name: string;
  readonly type: 'counter' | 'gauge' | 'histogram' | 'summary';
  readonly help: string;
  readonly labels: readonly string[];
}

/** What prom-client's objects have, and its types do not say. */
interface Described {
  readonly name: string;
  readonly help: string;
  readonly type: MetricFacts['type'];
  readonly labelNames: readonly string[];
}

const refuse = () => Promise.reject(new Error('nothing is asked here'));

/** Every metric of all roles and modes together, in the order of their making. */
export function listMetrics(): readonly MetricFacts[] {
  const registry = new Registry();
  const metrics = createMetrics([], registry);
  metrics.add((into) => createStoreMetrics(into, { query: refuse }));
  metrics.add((into) => createRedisMetrics(into, { info: refuse }));
  const described = registry.getMetricsAsArray() as unknown as readonly Described[];
  return described.map(({ name, help, type, labelNames: labels }) => ({ name, help, type, labels }));
}
