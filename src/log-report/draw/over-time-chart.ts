import type { LogReport } from '../../schema/log-report-schema.ts';
import { formatFigure } from './format-figure.ts';
import type { ReportChart, Tone } from './report-section.ts';
import { roundUpSeconds } from './round-up-seconds.ts';

type OverTime = LogReport['over_time'];
type Bucket = OverTime['buckets'][number];
type Value = (bucket: Bucket) => number | null;

const DAY = 86_400;
const WIDTHS = {
  60: 'minute',
  300: 'five minutes',
  900: 'quarter of an hour',
  1800: 'half an hour',
  3600: 'hour',
  7200: 'two hours',
  21600: 'six hours',
  86400: 'day',
  604800: 'week',
};

function describeWidth(seconds: number): string {
  const known = Object.entries(WIDTHS).find(([width]) => Number(width) === seconds);
  return known ? known[1] : `${seconds / DAY} days`;
}

/** Bucket starts from the first to the last, those without anything too. */
function listStarts({ bucket_seconds, buckets }: OverTime): readonly number[] {
  const [first, last] = [buckets[0], buckets.at(-1)];
  if (!first || !last) return [];
  const from = Date.parse(first.start);
  const steps = Math.round((Date.parse(last.start) - from) / 1000 / bucket_seconds);
  return Array.from({ length: steps + 1 }, (_, at) => from + at * bucket_seconds * 1000);
}

function labelStarts(starts: readonly number[], bucketSeconds: number): readonly string[] {
  const texts = starts.map((start) => new Date(start).toISOString());
  if (bucketSeconds >= DAY) return texts.map((text) => text.slice(0, 10));
  const isOneDay = texts.every((text) => text.slice(0, 10) === texts[0]?.slice(0, 10));
  return texts.map((text) => (isOneDay ? text.slice(11, 16) : `${text.slice(5, 10)} ${text.slice(11, 16)}`));
}

interface Plan {
  readonly kind: ReportChart['kind'];
  readonly title: string;
  readonly says: string;
  readonly series: readonly (readonly [name: string, tone: Tone, value: Value])[];
  readonly format: (value: number) => string;
  readonly roundUp?: ReportChart['roundUp'];
}

/** As on an axis: without zeros that say nothing. */
const shortSeconds = (value: number): string => (value === 0 ? '0' : formatFigure.seconds(value).replace(/\.0+(?= )/u, ''));

const PLANS = {
  outcomes: {
    kind: 'bars',
    title: 'Articles by outcome',
    says: 'articles that were cleaned or given up',
    series: [
      ['publish', 'good', ({ publish }) => publish],
      ['review', 'doubt', ({ review }) => review],
      ['reject', 'bad', ({ reject }) => reject],
      ['dead', 'dead', ({ dead }) => dead],
    ],
    format: formatFigure.count,
  },
  seconds: {
    kind: 'lines',
    title: 'Processing time, p95',
    says: 'the time that 95 of 100 attempts kept within',
    series: [['processing', 'plain', ({ p95_seconds }) => p95_seconds]],
    format: shortSeconds,
    roundUp: roundUpSeconds,
  },
  waited: {
    kind: 'lines',
    title: 'Waiting in the queue, p95',
    says: 'from the arrival to the first start, by the time of the arrival',
    series: [['waiting', 'doubt', ({ p95_waited }) => p95_waited]],
    format: shortSeconds,
    roundUp: roundUpSeconds,
  },
  deliveries: {
    kind: 'bars',
    title: 'Failed deliveries',
    says: 'attempts to deliver that failed',
    series: [['failed', 'bad', ({ delivery_failed }) => delivery_failed]],
    format: formatFigure.count,
  },
} as const satisfies Readonly<Record<string, Plan>>;

/** One of the plots over time; undefined when there is nothing to plot. */
export function overTimeChart(name: keyof typeof PLANS, overTime: OverTime): ReportChart | undefined {
  const { kind, title, says, series, format, roundUp }: Plan = PLANS[name];
  const starts = listStarts(overTime);
  const byStart = new Map(overTime.buckets.map((bucket) => [Date.parse(bucket.start), bucket]));
  const empty = kind === 'bars' ? 0 : null;
  const drawn = series.map(([label, tone, value]) => ({
    name: label,
    tone,
    values: starts.map((start) => {
      const bucket = byStart.get(start);
      return bucket ? value(bucket) : empty;
    }),
  }));
  if (!drawn.some(({ values }) => values.some((value) => value !== null && value > 0))) return undefined;
  const width = describeWidth(overTime.bucket_seconds);
  return {
    ...{ kind, title: `${title} per ${width}`, series: drawn, format, roundUp },
    ...{
      description: `For each ${width}: ${says}. Times are UTC.`,
      axis: 'from',
      labels: labelStarts(starts, overTime.bucket_seconds),
    },
  };
}
