import type { MetricFacts } from '../../src/service/telemetry/metrics/list-metrics.ts';

/** The names of the series that a metric is told by. */
function namesOf({ name, type }: MetricFacts): readonly string[] {
  return type === 'histogram' ? ['_bucket', '_sum', '_count'].map((end) => `${name}${end}`) : [name];
}

/** Names of series in a query that no process tells. */
export function findUnknownNames(expr: string, known: readonly MetricFacts[]): readonly string[] {
  const told = new Set(known.flatMap(namesOf));
  return (expr.match(/\b(?:copydesk|process|nodejs)_\w+/gu) ?? []).filter((name) => !told.has(name));
}
