import type { CalendarDay } from './calendar-day.ts';

const DAY_MS = 86_400_000;
const DAYS_OF_WEEK = 7;
const MONTHS_OF_YEAR = 12;
const THURSDAY = 4;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/u;

const toTime = ({ year, month, day }: CalendarDay): number => Date.UTC(year, month - 1, day);
const two = (number: number): string => String(number).padStart(2, '0');

function toDay(time: number): CalendarDay {
  const date = new Date(time);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Arithmetic of days, months and ISO weeks, without a clock. */
export const CALENDAR = {
  /** The day that an ISO 8601 date or date-time begins with. */
  parse: (iso: string | undefined): CalendarDay | undefined => {
    const match = ISO_DAY.exec(iso ?? '');
    const day = match && { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
    return day && CALENDAR.exists(day) ? day : undefined;
  },
  exists: (day: CalendarDay): boolean => {
    const same = toDay(toTime(day));
    return same.year === day.year && same.month === day.month && same.day === day.day;
  },
  addDays: (day: CalendarDay, count: number): CalendarDay => toDay(toTime(day) + count * DAY_MS),
  /** The month, with day 1. */
  addMonths: ({ year, month }: CalendarDay, count: number): CalendarDay => {
    const months = year * MONTHS_OF_YEAR + month - 1 + count;
    return { year: Math.floor(months / MONTHS_OF_YEAR), month: (months % MONTHS_OF_YEAR) + 1, day: 1 };
  },
  /** Monday is 1, Sunday 7. */
  weekday: (day: CalendarDay): number => new Date(toTime(day)).getUTCDay() || DAYS_OF_WEEK,
  toDate: ({ year, month, day }: CalendarDay): string => `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`,
  toMonth: ({ year, month }: CalendarDay): string => `${String(year).padStart(4, '0')}-${two(month)}`,
  toYear: ({ year }: CalendarDay): string => String(year).padStart(4, '0'),
  /** "2024-W09": the week of ISO 8601, which belongs to the year of its Thursday. */
  toWeek: (day: CalendarDay): string => {
    const thursday = CALENDAR.addDays(day, THURSDAY - CALENDAR.weekday(day));
    const first = toTime({ year: thursday.year, month: 1, day: 1 });
    const week = Math.floor((toTime(thursday) - first) / DAY_MS / DAYS_OF_WEEK) + 1;
    return `${thursday.year}-W${two(week)}`;
  },
  /** Days from one to the other. */
  distance: (from: CalendarDay, to: CalendarDay): number => Math.round((toTime(to) - toTime(from)) / DAY_MS),
} as const;
