import type { LogReport } from '../schema/log-report-schema.ts';
import type { CommonCounts } from './article-counts.ts';
import type { EventCounters } from './event-counter.ts';
import { NameTable } from './name-table.ts';
import { QuantileSketch } from './quantile-sketch.ts';
import { WordCounts } from './word-counts.ts';

/** Stages in the order in which they run. */
const STAGES = ['read', 'parse', 'detect', 'clean', 'annotate', 'score'] as const;

const CODES_KEPT = 250;

/** How attempts went and how long they took. */
export class ProcessingCounts {
  private readonly common: CommonCounts;
  private readonly counts = { started: 0, stalled: 0 };
  private dead = 0;
  private readonly failed = new NameTable(() => ({ again: 0, final: 0 }), CODES_KEPT);
  private readonly abandoned = new WordCounts();
  private readonly seconds = new QuantileSketch();
  private readonly queued = new QuantileSketch();
  private readonly stages = STAGES.map((name) => ({ name, field: `${name}_seconds`, sketch: new QuantileSketch() }));

  constructor(common: CommonCounts) {
    this.common = common;
  }

  get deadArticles(): number {
    return this.dead;
  }

  readonly counters: EventCounters = {
    'article.queued': (fields) => {
      const waited = fields.amount('waited_seconds');
      return () => this.queued.add(waited);
    },
    'article.cleaned': (fields, { time }) => {
      const seconds = fields.amount('processing_seconds');
      const stages = this.stages.map(({ field }) => fields.amountIfAny(field));
      return () => {
        this.seconds.add(seconds);
        this.common.overTime.at(time).seconds.add(seconds);
        for (const [at, value] of stages.entries()) if (value !== undefined) this.stages[at]?.sketch.add(value);
      };
    },
    'processing.failed': (fields, { time, source }) => {
      const code = fields.text('code');
      const final = fields.flag('final');
      return () => {
        this.failed.touch(code)[final ? 'final' : 'again']++;
        if (!final) return;
        this.dead++;
        this.common.sources.add(source, 'dead');
        this.common.overTime.at(time).dead++;
      };
    },
    'processing.abandoned': (fields) => {
      const code = fields.text('code');
      return () => this.abandoned.add(code);
    },
    'processing.started': () => () => this.counts.started++,
    'processing.stalled': () => () => this.counts.stalled++,
  };

  /** All but what the chains of articles tell. */
  toProcessing(): Omit<LogReport['processing'], 'waited'> {
    const failed = this.failed.rank(Number.POSITIVE_INFINITY, ({ again, final }) => again + final);
    const stages = this.stages.map(({ name, sketch }) => ({ name, seconds: sketch.toQuantiles() }));
    return {
      ...this.counts,
      failed: { ...failed, rows: failed.rows.map(([name, row]) => ({ name, ...row })) },
      abandoned: this.abandoned.list(),
      seconds: this.seconds.toQuantiles(),
      stages: stages.sort((a, b) => (b.seconds?.p95 ?? -1) - (a.seconds?.p95 ?? -1)),
      queued: this.queued.toQuantiles(),
    };
  }
}
