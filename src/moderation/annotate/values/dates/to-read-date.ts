import type { DatePrecision } from '../../../model/annotation.ts';
import type { ReadDate } from '../read-value.ts';
import { CALENDAR } from './calendar.ts';
import type { CalendarDay } from './calendar-day.ts';

const HALF_YEAR = 183;
const two = (number: number): string => String(number).padStart(2, '0');

/** The year that brings a day, or a month, nearest to the day of publication. */
function nearestYear(day: Omit<CalendarDay, 'year'>, published: CalendarDay): number {
  const years = [published.year, published.year - 1, published.year + 1];
  return years.find((year) => Math.abs(CALENDAR.distance(published, { ...day, year })) < HALF_YEAR) ?? published.year;
}

/** A date as it was written: `year` is absent where the text gives none, `day` where it gives a month, `lastDay` but for ranges. */
export interface WrittenDate {
  readonly year?: number;
  readonly month: number;
  readonly day?: number;
  readonly lastDay?: number;
}

function format(written: WrittenDate, year: number): string | undefined {
  const { month, day, lastDay } = written;
  if (day === undefined) return CALENDAR.toMonth({ year, month, day: 1 });
  const days = [day, ...(lastDay === undefined ? [] : [lastDay])].map((number) => ({ year, month, day: number }));
  if (!days.every(CALENDAR.exists) || (lastDay !== undefined && lastDay <= day)) return undefined;
  return days.map(CALENDAR.toDate).join('/');
}

/** A leap year, so that 29 February may stand without its year. */
const ANY_YEAR = 2000;

/**
 * A written date as ISO 8601. Without a year it is taken to be the one nearest to the day of publication; without that it
 * keeps its form without a year, "--03-05". Undefined when there is no such day.
 */
export function toReadDate(
  written: WrittenDate,
  published: CalendarDay | undefined,
  start: number,
  end: number,
): ReadDate | undefined {
  const { month, day } = written;
  const precision: DatePrecision = day === undefined ? 'month' : 'day';
  const date = (value: string | undefined, isRelative: boolean): ReadDate | undefined =>
    value === undefined ? undefined : { type: 'date', start, end, value, precision, isRelative };
  if (written.year !== undefined) return date(format(written, written.year), false);
  if (published) return date(format(written, nearestYear({ month, day: day ?? 15 }, published)), true);
  if (format(written, ANY_YEAR) === undefined) return undefined;
  const days = [day, written.lastDay].filter((number) => number !== undefined);
  return date(days.length === 0 ? `--${two(month)}` : days.map((number) => `--${two(month)}-${two(number)}`).join('/'), false);
}
