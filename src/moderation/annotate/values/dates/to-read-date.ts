import type { DatePrecision } from '../../../model/annotation.ts';
import type { Span } from '../../../model/span.ts';
import type { Anchor, ReadDate } from '../read-value.ts';
import { CALENDAR } from './calendar.ts';
import type { CalendarDay } from './calendar-day.ts';
import { findTense, type Tense } from './find-tense.ts';

const HALF_YEAR = 183;
const two = (number: number): string => String(number).padStart(2, '0');

/** Days that stand for a whole month. */
const MIDDLE = 15;
const LAST_OF_ANY = 28;

/**
 * The year of a day or month that is written without one: the last one before the day of publication where the sentence
 * speaks of what was, the next where it speaks of what will be, else the nearest.
 */
function findYear({ month, day }: Omit<WrittenDate, 'year'>, published: CalendarDay, tense: Tense): number {
  const years = [published.year, published.year - 1, published.year + 1];
  const distance = (year: number, ofMonth: number): number => CALENDAR.distance(published, { year, month, day: day ?? ofMonth });
  const fits = (year: number): boolean => {
    if (tense === 'past') return distance(year, 1) <= 0;
    if (tense === 'future') return distance(year, LAST_OF_ANY) >= 0;
    return Math.abs(distance(year, MIDDLE)) < HALF_YEAR;
  };
  return years.find(fits) ?? published.year;
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
 * A written date as ISO 8601. Without a year it is reckoned from the day of publication and the tense of its sentence; where
 * that day is not known it keeps its form without a year, "--03-05". Undefined when there is no such day.
 */
export function toReadDate(
  written: WrittenDate,
  { text, limit }: Anchor,
  published: CalendarDay | undefined,
  span: Span,
): ReadDate | undefined {
  const { month, day, year, lastDay } = written;
  const precision: DatePrecision = day === undefined ? 'month' : 'day';
  const date = (value: string | undefined, isRelative: boolean): ReadDate | undefined =>
    value === undefined ? undefined : { type: 'date', ...span, value, precision, isRelative };
  if (year !== undefined) return date(format(written, year), false);
  if (published) return date(format(written, findYear(written, published, findTense(text, span, limit))), true);
  if (format(written, ANY_YEAR) === undefined) return undefined;
  const days = [day, lastDay].filter((number) => number !== undefined);
  return date(days.length === 0 ? `--${two(month)}` : days.map((number) => `--${two(month)}-${two(number)}`).join('/'), false);
}
