import { ARTICLE_STATES } from '../schema/article-states.ts';
import type { LogReport, LogReportQuantiles } from '../schema/log-report-schema.ts';
import type { ArticleTable } from './article-table.ts';
import { QuantileSketch } from './quantile-sketch.ts';
import type { TimeSeries } from './time-series.ts';

const nameCounts = <Name extends string>(names: readonly Name[], counts: readonly number[]) =>
  names.map((name, at) => ({ name, count: counts[at] ?? 0 })).filter(({ count }) => count > 0);

const increase = (counts: number[], at: number): void => {
  counts[at] = (counts[at] ?? 0) + 1;
};

interface StreamParts {
  readonly stream: LogReport['stream'];
  /** Seconds from the arrival of an article to its first start. */
  readonly waited: LogReportQuantiles;
  readonly overTime: LogReport['over_time'];
}

/** What the chains of articles tell of the stream, and the counts over time with the waiting that they tell of. */
export function readStream(table: ArticleTable, series: TimeSeries): StreamParts {
  const { bucketSeconds, buckets, far } = series.read();
  const waits = new Map(buckets.map(([start]) => [start, new QuantileSketch()]));
  const waited = new QuantileSketch();
  const gaps = { articles: 0, lines: 0 };
  const unended = { attempts: 0, last: 0 };
  const standing = { processing: [] as number[], review: [] as number[], delivery: [] as number[] };
  let begunBefore = 0;
  let backwards = 0;
  for (const row of table.read()) {
    if (row.last > 0) {
      for (const axis of ['processing', 'review', 'delivery'] as const) increase(standing[axis], row[axis]);
      begunBefore += Number(row.first > 1);
    }
    gaps.articles += Number(row.missing > 0);
    gaps.lines += row.missing;
    unended.attempts += row.unended;
    unended.last += row.unendedLast;
    if (row.startedAt < row.receivedAt) backwards++;
    if (!(row.startedAt >= row.receivedAt)) continue;
    const seconds = (row.startedAt - row.receivedAt) / 1000;
    waited.add(seconds);
    const width = bucketSeconds * 1000;
    waits.get(Math.floor(row.receivedAt / width) * width)?.add(seconds);
  }
  return {
    stream: {
      ...{ articles: table.size, one_in: table.oneIn, gaps, begun_before: begunBefore, backwards, repeated: table.repeated },
      ...{ not_followed: table.notFollowed, unended },
      standing: {
        processing: nameCounts(ARTICLE_STATES.processing, standing.processing),
        review: nameCounts(ARTICLE_STATES.review, standing.review),
        delivery: nameCounts(ARTICLE_STATES.delivery, standing.delivery),
      },
    },
    waited: waited.toQuantiles(),
    overTime: {
      bucket_seconds: bucketSeconds,
      far,
      buckets: buckets.map(([start, cell]) => ({
        ...{ start: new Date(start).toISOString(), received: cell.received },
        ...{ publish: cell.publish, review: cell.review, reject: cell.reject, dead: cell.dead },
        p95_seconds: cell.seconds.quantile(0.95) ?? null,
        p95_waited: waits.get(start)?.quantile(0.95) ?? null,
        ...{ delivery_failed: cell.deliveryFailed, delivery_succeeded: cell.deliverySucceeded },
      })),
    },
  };
}
