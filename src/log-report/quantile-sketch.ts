/** Largest relative error of a quantile. */
const ACCURACY = 0.01;
const GAMMA = (1 + ACCURACY) / (1 - ACCURACY);
const PER_LOG = 1 / Math.log(GAMMA);
/** Smaller values are counted as 0. */
const SMALLEST = 1e-6;
/** Larger values are counted as this. */
const LARGEST = 1e12;

export interface Quantiles {
  readonly count: number;
  readonly min: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/**
 * Quantiles of values from 0 on, in bounded memory: buckets on a logarithmic scale, each as wide as 1 % of error allows (DDSketch:
 * Masson, Rim and Lee, "DDSketch: a fast and fully-mergeable quantile sketch with relative-error guarantees", VLDB 2019). At most
 * about 2,100 buckets, whatever comes. The quantile `q` is the value of rank ⌈q·n⌉ (nearest rank) within 1 %; below one
 * millionth it is 0, above 1e12 it is told as that. The order of the values never matters.
 */
export class QuantileSketch {
  private readonly buckets = new Map<number, number>();
  private zeros = 0;
  private total = 0;
  private least = Number.POSITIVE_INFINITY;
  private most = 0;

  get count(): number {
    return this.total;
  }

  add(value: number): void {
    this.total++;
    if (value < this.least) this.least = value;
    if (value > this.most) this.most = value;
    if (value < SMALLEST) this.zeros++;
    else {
      const bucket = Math.ceil(Math.log(Math.min(value, LARGEST)) * PER_LOG);
      this.buckets.set(bucket, (this.buckets.get(bucket) ?? 0) + 1);
    }
  }

  merge(other: QuantileSketch): void {
    this.total += other.total;
    this.zeros += other.zeros;
    this.least = Math.min(this.least, other.least);
    this.most = Math.max(this.most, other.most);
    for (const [bucket, count] of other.buckets) this.buckets.set(bucket, (this.buckets.get(bucket) ?? 0) + count);
  }

  /** Values for the quantiles `shares`, which rise; all undefined when there was no value. */
  private read(shares: readonly number[]): readonly (number | undefined)[] {
    const ordered = [[Number.NEGATIVE_INFINITY, this.zeros] as const, ...[...this.buckets].sort(([a], [b]) => a - b)];
    let at = 0;
    let seen = 0;
    return shares.map((share) => {
      const rank = Math.max(1, Math.ceil(share * this.total));
      for (; at < ordered.length && seen + (ordered[at]?.[1] ?? 0) < rank; at++) seen += ordered[at]?.[1] ?? 0;
      const bucket = ordered[at]?.[0];
      return bucket === undefined ? undefined : Math.min(this.most, Math.max(this.least, (2 * GAMMA ** bucket) / (GAMMA + 1)));
    });
  }

  /** Undefined when there was no value. */
  quantile(share: number): number | undefined {
    return this.total === 0 ? undefined : this.read([share])[0];
  }

  /** Null when there was no value. */
  toQuantiles(): Quantiles | null {
    if (this.total === 0) return null;
    const [p50 = 0, p95 = 0, p99 = 0] = this.read([0.5, 0.95, 0.99]);
    return { count: this.total, min: this.least, p50, p95, p99, max: this.most };
  }
}
