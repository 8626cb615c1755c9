/**
 * The seconds that `Retry-After` (RFC 9110) asks for, as a number or a date; `undefined` when it says neither. A date counts from the `Date` of the
 * answer, for both come from one clock, and ours may be wrong; without one it counts from `now`.
 */
export function readRetryAfter(header: string | null, now: Date, answered: string | null): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,9}$/u.test(header)) return Number(header);
  const time = Date.parse(header);
  const from = Date.parse(answered ?? '');
  return Number.isNaN(time) ? undefined : Math.max(0, (time - (Number.isNaN(from) ? now.getTime() : from)) / 1000);
}
