import type { LogReport } from '../schema/log-report-schema.ts';
import type { CommonCounts } from './article-counts.ts';
import type { EventCounters } from './event-counter.ts';
import { QuantileSketch } from './quantile-sketch.ts';
import { WordCounts } from './word-counts.ts';

/** How decisions got to publishers. */
export class DeliveryCounts {
  private readonly common: CommonCounts;
  private readonly counts = { attempted: 0, succeeded: 0, shelved: 0, replayed: 0 };
  private readonly failed = new WordCounts();
  private readonly deadLettered = new WordCounts();
  private readonly seconds = new QuantileSketch();

  constructor(common: CommonCounts) {
    this.common = common;
  }

  readonly counters: EventCounters = {
    'delivery.attempted': () => () => this.counts.attempted++,
    'delivery.shelved': () => () => this.counts.shelved++,
    'delivery.replayed': () => () => this.counts.replayed++,
    'delivery.succeeded': (fields, { time }) => {
      const seconds = fields.amount('request_seconds');
      return () => {
        this.counts.succeeded++;
        this.seconds.add(seconds);
        this.common.overTime.at(time).deliverySucceeded++;
      };
    },
    'delivery.failed': (fields, { time, source }) => {
      const code = fields.text('code');
      // Most codes say the status: `status_503`.
      const stated = fields.has('status') ? String(fields.count('status')) : '';
      const status = stated === '' || code.endsWith(`_${stated}`) ? '' : ` ${stated}`;
      const seconds = fields.amount('request_seconds');
      return () => {
        this.failed.add(code + status);
        this.seconds.add(seconds);
        this.common.sources.add(source, 'delivery_failed');
        this.common.overTime.at(time).deliveryFailed++;
      };
    },
    'delivery.dead_lettered': (fields) => {
      const code = fields.text('code');
      return () => this.deadLettered.add(code);
    },
  };

  toDeliveries(): LogReport['deliveries'] {
    return {
      ...this.counts,
      failed: this.failed.list(),
      dead_lettered: this.deadLettered.list(),
      seconds: this.seconds.toQuantiles(),
    };
  }
}
