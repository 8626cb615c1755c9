import { CliError, EXIT } from '../cli-error.ts';

const UNITS: Readonly<Record<string, number>> = { s: 1e3, m: 6e4, h: 3.6e6, d: 8.64e7, w: 6.048e8 };
const AGO = /^(\d{1,6})([smhdw])$/u;
const MOMENT = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]{5,16}(?:Z|[+-]\d{2}:\d{2}))?$/u;

/**
 * A time that a flag gives: ISO 8601, or so long before `now`. Milliseconds since 1970; `undefined` when the flag is absent. Throws
 * `CliError` (64).
 */
export function readTime(flag: string, value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  const [, length = '', unit = ''] = AGO.exec(value) ?? [];
  const time = unit === '' ? (MOMENT.test(value) ? Date.parse(value) : Number.NaN) : now - Number(length) * (UNITS[unit] ?? 0);
  if (!Number.isNaN(time)) return time;
  throw new CliError(`--${flag} needs a time such as 2026-03-01, 2026-03-01T08:00:00Z, 2h or 7d`, EXIT.usage);
}
