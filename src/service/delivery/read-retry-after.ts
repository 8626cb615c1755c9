const SECONDS = /^\d{1,9}$/u;

/** Seconds that a `Retry-After` header (RFC 9110, 10.2.3: seconds or a date) asks to wait, or `undefined`. */
export function readRetryAfter(header: string | readonly string[] | undefined, now: Date): number | undefined {
  const value = (typeof header === 'string' ? header : header?.[0])?.trim();
  if (value === undefined) return undefined;
  if (SECONDS.test(value)) return Number(value);
  const until = Date.parse(value);
  return Number.isNaN(until) ? undefined : Math.max(0, (until - now.getTime()) / 1000);
}
