import type { LogReport } from '../schema/log-report-schema.ts';
import type { EventCounters } from './event-counter.ts';
import { NameTable } from './name-table.ts';
import { QuantileSketch } from './quantile-sketch.ts';

/** Routes with their statuses: those of the API are some hundreds. */
const REQUESTS_KEPT = 500;
const WORD = 128;

/** Requests, and what failed in the processes themselves. */
export class ServiceCounts {
  private readonly requests = new NameTable(() => ({ count: 0, sketch: new QuantileSketch() }), REQUESTS_KEPT);
  private readonly failures = new NameTable(() => ({ count: 0 }));

  readonly counters: EventCounters = {
    'request.answered': (fields) => {
      const request = [fields.text('method', WORD), fields.text('route', WORD), fields.count('status')];
      const seconds = fields.amount('request_seconds');
      return () => {
        const row = this.requests.touch(JSON.stringify(request));
        row.count++;
        row.sketch.add(seconds);
      };
    },
    'service.failed': (fields) => {
      const failure = [fields.text('component', WORD), fields.text('code')];
      return () => {
        this.failures.touch(JSON.stringify(failure)).count++;
      };
    },
  };

  toRequests(top: number): LogReport['requests'] {
    const { rows, names, error } = this.requests.rank(top, ({ count }) => count);
    return {
      names,
      error,
      rows: rows.map(([name, { count, sketch }]) => {
        // Names are written above.
        const [method, route, status]: [string, string, number] = JSON.parse(name);
        return { method, route, status, count, seconds: sketch.toQuantiles() };
      }),
    };
  }

  toFailures(top: number): LogReport['failures'] {
    const { rows, names, error } = this.failures.rank(top, ({ count }) => count);
    return {
      names,
      error,
      rows: rows.map(([name, { count }]) => {
        const [component, code]: [string, string] = JSON.parse(name);
        return { component, code, count };
      }),
    };
  }
}
