import { QuantileSketch } from './quantile-sketch.ts';

/** Seconds; each is a multiple of the one before: a minute to a day, a week, and on to what takes in ten thousand years. */
const STEPS = [60, 300, 900, 1800, 3600, 7200, 21_600, 86_400, 604_800, 6_048_000, 60_480_000, 604_800_000] as const;
/** Buckets held while reading. */
const MOST = 1_500;
/** Buckets shown. */
const SHOWN = 120;

export class TimeCell {
  /** Lines. */
  lines = 0;
  received = 0;
  publish = 0;
  review = 0;
  reject = 0;
  dead = 0;
  deliveryFailed = 0;
  deliverySucceeded = 0;
  readonly seconds = new QuantileSketch();

  merge(other: TimeCell): void {
    this.lines += other.lines;
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

const DAY = 86_400;
/** Of the lines on each side of the rest; of few lines no more than a few. */
const FEW = { share: 0.001, lines: 2, most: 0.05 };

/** The place of the bucket up to which there are no more than `few` lines. */
function passFew(ordered: readonly (readonly [index: number, cell: TimeCell])[], few: number): number {
  let lines = 0;
  const found = ordered.find(([, cell]) => {
    lines += cell.lines;
    return lines > few;
  });
  return found?.[0] ?? 0;
}

/**
 * Parts buckets into those that are near and the few lines that are farther from the others than these span, and than a day: a clock was wrong, and
 * one such line would make all others one bar.
 */
function findFar(cells: ReadonlyMap<number, TimeCell>, day: number) {
  const ordered = [...cells].sort(([a], [b]) => a - b);
  const total = ordered.reduce((sum, [, { lines }]) => sum + lines, 0);
  const few = Math.min(Math.max(FEW.lines, FEW.share * total), FEW.most * total);
  const [first, last] = [passFew(ordered, few), passFew(ordered.toReversed(), few)];
  const span = Math.max(last - first, day);
  const near = new Map(ordered.filter(([index]) => index >= first - span && index <= last + span));
  const kept = [...near.values()].reduce((sum, { lines }) => sum + lines, 0);
  return { near, far: total - kept };
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
    if (held) {
      held.lines++;
      return held;
    }
    if (this.cells.size >= MOST && this.step < STEPS.length - 1) {
      this.widen();
      return this.at(time);
    }
    const cell = new TimeCell();
    cell.lines = 1;
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

  /** Buckets in which something was counted, by time, so wide that about a hundred of them span the whole; without those far off. */
  read(): {
    readonly bucketSeconds: number;
    readonly buckets: readonly (readonly [start: number, cell: TimeCell])[];
    /** Lines of buckets that are left out. */
    readonly far: number;
  } {
    const width = secondsOf(this.step);
    const { near, far } = findFar(this.cells, DAY / width);
    const indices = [...near.keys()];
    const first = indices.reduce((least, index) => Math.min(least, index), Number.POSITIVE_INFINITY) * width;
    const last = indices.reduce((most, index) => Math.max(most, index), Number.NEGATIVE_INFINITY) * width;
    const fits = STEPS.findIndex((seconds, at) => at >= this.step && (last - first) / seconds < SHOWN);
    const bucketSeconds = secondsOf(fits < 0 ? STEPS.length - 1 : fits);
    const shown = new Map<number, TimeCell>();
    for (const [index, cell] of near) {
      const start = Math.floor((index * width) / bucketSeconds) * bucketSeconds * 1000;
      const sum = shown.get(start) ?? new TimeCell();
      sum.merge(cell);
      shown.set(start, sum);
    }
    return { bucketSeconds, buckets: [...shown].sort(([a], [b]) => a - b), far };
  }
}
