import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { ENGINE_VERSION } from '../../../moderation/model/engine.ts';
import { droppedLines } from '../dropped-lines.ts';
import type { Log } from '../open-log.ts';
import { createEventLoopMetrics } from './event-loop-metrics.ts';
import { createEventMetrics } from './event-metrics.ts';

/** What a process tells Prometheus. */
export interface Metrics {
  /** Counts each event that is logged, whatever the level of the log. */
  readonly watch: (log: Log) => Log;
  /** Says once what runs here. */
  readonly describe: (mode: string, ruleset: string) => void;
  /** Has gauges brought up to date before they are told; `refresh` must not reject. */
  readonly add: (open: (registry: Registry) => () => Promise<void>) => void;
  /** The whole in Prometheus' text format. */
  readonly write: () => Promise<string>;
  readonly contentType: string;
}

/** Gauges of prom-client that are named like counters; each is the sum of another that stays. */
const MISNAMED = ['nodejs_active_handles_total', 'nodejs_active_requests_total', 'nodejs_active_resources_total'];
/** Gauges of prom-client in the place of which ours stand. */
const LAGS = ['', '_min', '_max', '_mean', '_stddev', '_p50', '_p90', '_p99'].map(
  (name) => `nodejs_eventloop_lag${name}_seconds`,
);
/** Milliseconds between two looks of prom-client at the event loop: nobody asks for them. */
const HARDLY_EVER = 2 ** 31 - 1;

/** Opens metrics of this process, with those of Node itself. `rules`: names of those that the ruleset has. */
export function createMetrics(rules: readonly string[] = [], registry = new Registry()): Metrics {
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: HARDLY_EVER });
  for (const name of [...MISNAMED, ...LAGS]) registry.removeSingleMetric(name);
  const count = createEventMetrics(registry, rules);
  const info = new Gauge({
    name: 'copydesk_build_info',
    help: 'What runs: always 1.',
    labelNames: ['version', 'mode', 'ruleset'],
    registers: [registry],
  });
  new Counter({
    name: 'copydesk_log_lines_dropped_total',
    help: 'Lines that could not be written to the log.',
    registers: [registry],
    collect() {
      this.reset();
      this.inc(droppedLines.count);
    },
  });
  const refreshers: (() => Promise<void>)[] = [createEventLoopMetrics(registry)];
  return {
    watch: (log) => (event, fields, trace) => {
      count(event, fields);
      log(event, fields, trace);
    },
    describe: (mode, ruleset) => info.set({ version: ENGINE_VERSION, mode, ruleset: ruleset.slice(0, 12) }, 1),
    add: (open) => void refreshers.push(open(registry)),
    write: async () => {
      await Promise.all(refreshers.map((refresh) => refresh()));
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}
