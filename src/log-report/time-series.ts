import { QuantileSketch } from './quantile-sketch.ts';

/** Seconds; each is a multiple of the one before: a minute to a day, a week, and on to what takes in ten thousand years. */
const STEPS = [60, 300, 900, 1800, 3600, 7200, 21_600, 86_400, 604_800, 6_048_000, 60_480_000, 604_800_000] as const;
/** Buckets held while reading. */
const MOST = 1_500;
/** Buckets shown. */
const SHOWN = 120;

export class TimeCell {
  received = 0;
  publish = 0;
  review = 0;
  reject = 0;
  dead = 0;
  deliveryFailed = 0;
  deliverySucceeded = 0;
  readonly seconds = new QuantileSketch();

  merge(other: TimeCell): void {
    this.received += other.received;
    this.publish += other.publish;
    this.review += other.review;
    this.reject += other.reject;
    this.dead += other.dead;
    this.deliveryFailed += other.deliveryFailed;
    this.deliverySucceeded += other.deliverySucceeded;
    this.seconds.merge(other.seconds);
  }
}

const secondsOf = (step: number): number => STEPS[Math.min(step, STEPS.length - 1)] ?? STEPS[0];

/**
 * Counts over time in bounded memory: buckets of a minute until there are too many of them, then of five, and so on. Which width it
 * comes to depends on which minutes there were, not on their order.
 */
export class TimeSeries {
  private cells = new Map<number, TimeCell>();
  private step = 0;

  /** The cell of a time in milliseconds. */
  at(time: number): TimeCell {
    const index = Math.floor(time / 1000 / secondsOf(this.step));
    const held = this.cells.get(index);
    if (held) return held;
    if (this.cells.size >= MOST && this.step < STEPS.length - 1) {
      this.widen();
      return this.at(time);
    }
    const cell = new TimeCell();
    this.cells.set(index, cell);
    return cell;
  }

  private widen(): void {
    const before = secondsOf(this.step++);
    const ratio = secondsOf(this.step) / before;
    const wide = new Map<number, TimeCell>();
    for (const [index, cell] of this.cells) {
      const to = Math.floor(index / ratio);
      const held = wide.get(to);
      if (held) held.merge(cell);
      else wide.set(to, cell);
    }
    this.cells = wide;
  }

  /** Buckets in which something was counted, by time, so wide that about a hundred of them span the whole. */
  read(): { readonly bucketSeconds: number; readonly buckets: readonly (readonly [start: number, cell: TimeCell])[] } {
    const indices = [...this.cells.keys()];
    const width = secondsOf(this.step);
    const first = indices.reduce((least, index) => Math.min(least, index), Number.POSITIVE_INFINITY) * width;
    const last = indices.reduce((most, index) => Math.max(most, index), Number.NEGATIVE_INFINITY) * width;
    const fits = STEPS.findIndex((seconds, at) => at >= this.step && (last - first) / seconds < SHOWN);
    const bucketSeconds = secondsOf(fits < 0 ? STEPS.length - 1 : fits);
    const shown = new Map<number, TimeCell>();
    for (const [index, cell] of this.cells) {
      const start = Math.floor((index * width) / bucketSeconds) * bucketSeconds * 1000;
      const sum = shown.get(start) ?? new TimeCell();
      sum.merge(cell);
      shown.set(start, sum);
    }
    return { bucketSeconds, buckets: [...shown].sort(([a], [b]) => a - b) };
  }
}
