/** The time that is drawn, in seconds since 1970; points are `step` seconds apart, the first at `from`. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
  readonly step: number;
  /** What rates are taken over, in seconds. */
  readonly rateOver: number;
}

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;
const MOST_POINTS = 160;
/** Over less than this, single events make needles of lines. */
const LEAST_RATE_SECONDS = 20;
const STEPS = [1, 2, 5, 10, 15, 30, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 6 * HOUR, DAY];

/** `from` and `to` in milliseconds, `scrape` in seconds. Rates are taken over as long as Grafana takes them, and no less than 20 seconds. */
export function chooseRange(from: number, to: number, scrape: number): TimeRange {
  const seconds = (to - from) / 1000;
  const step = STEPS.find((one) => one * MOST_POINTS >= seconds) ?? Math.ceil(seconds / MOST_POINTS / DAY) * DAY;
  const align = (ms: number): number => Math.floor(ms / 1000 / step) * step;
  return { from: align(from), to: align(to), step, rateOver: Math.max(step + scrape, 4 * scrape, LEAST_RATE_SECONDS) };
}
