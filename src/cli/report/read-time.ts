import { CliError, EXIT } from '../cli-error.ts';

const UNITS: Readonly<Record<string, number>> = { s: 1e3, m: 6e4, h: 3.6e6, d: 8.64e7, w: 6.048e8 };
const AGO = /^(\d{1,6})([smhdw])$/u;
const MOMENT = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]{5,16}(?:Z|[+-]\d{2}:\d{2}))?$/u;

/** Before Copydesk there was no log, and times far off have no place in what is written of it. */
const FIRST = Date.UTC(2000, 0, 1);

/** Milliseconds; NaN for what is no date, such as 30 February, which `Date` takes for 2 March. */
function readMoment(value: string): number {
  if (!MOMENT.test(value)) return Number.NaN;
  const day = value.slice(0, 'yyyy-mm-dd'.length);
  const midnight = Date.parse(day);
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(day) ? Date.parse(value) : Number.NaN;
}

/**
 * A time that a flag gives: ISO 8601, or so long before `now`. Milliseconds since 1970; `undefined` when the flag is absent. Throws
 * `CliError` (64).
 */
export function readTime(flag: string, value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  const [, length = '', unit = ''] = AGO.exec(value) ?? [];
  const time = unit === '' ? readMoment(value) : now - Number(length) * (UNITS[unit] ?? 0);
  if (time >= FIRST) return time;
  throw new CliError(`--${flag} needs a time from 2000 on, such as 2026-03-01, 2026-03-01T08:00:00Z, 2h or 7d`, EXIT.usage);
}
