/** Articles that had been sent and not decided, at a time in seconds. */
export interface BacklogSample {
  readonly seconds: number;
  readonly backlog: number;
}

export interface BacklogTrend {
  readonly start: number;
  readonly end: number;
  /** Articles a second, of the straight line through the means of ten equal times. */
  readonly perSecond: number;
  /** The slope by its standard error. */
  readonly t: number;
  readonly grows: boolean;
}

const PARTS = 10;
/** Student's t with eight degrees of freedom: a line that does not rise shows more in one of two hundred. */
const MOST_T = 3.355;
/** A slope below this part of what is sent is none, however straight. */
const LEAST_SHARE = 0.02;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function toParts(samples: readonly BacklogSample[]): readonly BacklogSample[] {
  const size = samples.length / PARTS;
  return Array.from({ length: PARTS }, (_, part) => {
    const own = samples.slice(Math.round(part * size), Math.round((part + 1) * size));
    return { seconds: mean(own.map(({ seconds }) => seconds)), backlog: mean(own.map(({ backlog }) => backlog)) };
  });
}

/** The line of least squares. */
function fitLine(points: readonly BacklogSample[]): { readonly slope: number; readonly error: number } {
  const [x, y] = [mean(points.map(({ seconds }) => seconds)), mean(points.map(({ backlog }) => backlog))];
  const spread = points.reduce((sum, { seconds }) => sum + (seconds - x) ** 2, 0);
  const slope = points.reduce((sum, { seconds, backlog }) => sum + (seconds - x) * (backlog - y), 0) / spread;
  const rest = points.reduce((sum, { seconds, backlog }) => sum + (backlog - y - slope * (seconds - x)) ** 2, 0);
  return { slope, error: Math.sqrt(rest / (points.length - 2) / spread) };
}

/**
 * Whether the backlog grows: the line through the means of ten equal times rises by more than 2 % of the rate that is sent, and by more than
 * chance would have it (one-sided t test at .5 %; means of neighbouring times are not quite independent, so it warns too often rather than too
 * seldom). At least twenty samples, evenly spaced; `rate` in articles a second.
 */
export function judgeBacklog(samples: readonly BacklogSample[], rate: number): BacklogTrend {
  if (samples.length < 2 * PARTS) throw new RangeError(`${samples.length} samples are too few to tell a trend`);
  const parts = toParts(samples);
  const { slope, error } = fitLine(parts);
  const t = slope === 0 ? 0 : slope / error;
  const grows = slope > LEAST_SHARE * rate && t > MOST_T;
  return { start: parts[0]?.backlog ?? 0, end: parts.at(-1)?.backlog ?? 0, perSecond: slope, t, grows };
}
