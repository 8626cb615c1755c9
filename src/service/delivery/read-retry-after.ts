const SECONDS = /^\d{1,9}$/u;

/**
 * Seconds that a `Retry-After` header (RFC 9110, 10.2.3: seconds or a date) asks to wait, or `undefined`. A date counts from the `Date` of the
 * answer: both come from one clock, and ours may be wrong. Without one it counts from `now`.
 */
export function readRetryAfter(
  header: string | readonly string[] | undefined,
  now: Date,
  answered?: string | readonly string[],
): number | undefined {
  const value = (typeof header === 'string' ? header : header?.[0])?.trim();
  if (value === undefined) return undefined;
  if (SECONDS.test(value)) return Number(value);
  const [until, from] = [Date.parse(value), Date.parse(String(answered))];
  return Number.isNaN(until) ? undefined : Math.max(0, (until - (Number.isNaN(from) ? now.getTime() : from)) / 1000);
}
