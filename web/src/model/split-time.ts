/** A span of time in the unit that says it shortest. */
export interface Span {
  readonly unit: 'second' | 'minute' | 'hour' | 'day';
  readonly count: number;
}

const UNITS = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
] as const;

/** Seconds as whole days, hours or minutes, whichever is the largest of which there are two, or one of minutes. */
export function splitTime(seconds: number): Span {
  const size = Math.abs(seconds);
  for (const { unit, seconds: each } of UNITS) {
    if (size >= each * (unit === 'minute' ? 1 : 2)) return { unit, count: Math.floor(size / each) };
  }
  return { unit: 'second', count: Math.floor(size) };
}
