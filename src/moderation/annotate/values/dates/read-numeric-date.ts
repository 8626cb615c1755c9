import { matchAt } from '../match-at.ts';
import type { ReadDate } from '../read-value.ts';
import { CALENDAR } from './calendar.ts';

const ISO = /(\d{4})-(\d{2})-(\d{2})(?:[T ]([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?(Z|[+-]\d{2}:\d{2})?)?(?![\d-])/uy;
const NUMERIC = /(\d{1,2})([/.])(\d{1,2})\2((?:19|20)?\d\d)(?![\d/]|\.\d)/uy;
const MAX_MONTH = 12;
/** Years of two digits belong to the century before from here on. */
const PIVOT = 70;

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year + (year < PIVOT ? 2000 : 1900);
}

function readIso(text: string, at: number): ReadDate | undefined {
  const match = matchAt(ISO, text, at);
  if (!match) return undefined;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  if (!CALENDAR.exists(day)) return undefined;
  const time = match[4] === undefined ? '' : `T${match[4]}:${match[5]}${match[6] ?? ''}`;
  return {
    type: 'date',
    start: at,
    end: at + match[0].length,
    value: CALENDAR.toDate(day) + time,
    precision: time === '' ? 'day' : 'minute',
    isRelative: false,
  };
}

/**
 * "2024-03-05" with or without a time; "31/12/2024" and "12/31/2024", where the order is certain; "5.3.2024", day first. Where
 * day and month could be either, only the year is said.
 */
export function readNumericDate(text: string, at: number): ReadDate | undefined {
  const iso = readIso(text, at);
  if (iso) return iso;
  const match = matchAt(NUMERIC, text, at);
  if (!match?.[4] || (match[2] === '.' && match[4].length === 2)) return undefined;
  const [first, second] = [Number(match[1]), Number(match[3])];
  const year = fullYear(match[4]);
  const days = [{ year, month: second, day: first }, ...(match[2] === '.' ? [] : [{ year, month: first, day: second }])].filter(
    (day) => day.month <= MAX_MONTH && CALENDAR.exists(day),
  );
  const [day, other] = days;
  if (!day) return undefined;
  const isCertain = other === undefined || first === second;
  return {
    type: 'date',
    start: at,
    end: at + match[0].length,
    value: isCertain ? CALENDAR.toDate(day) : CALENDAR.toYear(day),
    precision: isCertain ? 'day' : 'year',
    isRelative: false,
  };
}
