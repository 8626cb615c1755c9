import type { TimeRange } from './choose-range.ts';

const STEPS = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800];
const DAY = 86_400;

interface TimeLabels {
  /** For each point its time, as long as it has to be to tell it from others of the range. */
  readonly labels: readonly string[];
  /** The points whose labels are written: round times. */
  readonly marks: readonly number[];
}

function toLabel(seconds: number, between: number): string {
  const iso = new Date(seconds * 1000).toISOString();
  if (between >= DAY) return iso.slice(5, 10);
  return between < 60 ? iso.slice(11, 19) : iso.slice(11, 16);
}

/** Times are UTC; no more than `most` are written. */
export function labelTimes({ from, to, step }: TimeRange, most: number): TimeLabels {
  const between = STEPS.find((one) => (to - from) / one <= most && one % step === 0) ?? Math.ceil((to - from) / most / DAY) * DAY;
  const times = Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, at) => from + at * step);
  return {
    labels: times.map((time) => toLabel(time, between)),
    marks: times.flatMap((time, at) => (time % between === 0 ? [at] : [])),
  };
}
