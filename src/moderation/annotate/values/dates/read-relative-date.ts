import type { DatePrecision } from '../../../model/annotation.ts';
import { matchAt } from '../match-at.ts';
import { readNumber } from '../read-number.ts';
import type { Anchor, ReadDate } from '../read-value.ts';
import { VALUE_WORDS } from '../value-words.ts';
import { CALENDAR } from './calendar.ts';
import type { CalendarDay } from './calendar-day.ts';

const DAY_WORD = /(yesterday|today|tonight|tomorrow)(?: (?:morning|afternoon|evening|night))?(?!\p{L})/iuy;
const DAY_BEFORE = /(?<!\p{L})(the day (?:after|before) )$/iu;
/** A day with a capital is part of a name behind another capital ("USA Today", "The Day After Tomorrow"). */
const CAPITAL_DAY = /^\p{Lu}\p{Ll}/u;
const NAME_BEFORE = /(?<![\p{L}\d])\p{Lu}[\p{L}\d]* $/u;
const TITLE_BEHIND = /^ (Never|Is|Was|Are|Will|Comes|Came|Belongs|Show)(?!\p{L})/u;
const TITLE_LENGTH = 10;
const PERIOD = /(last|next|this) (week|month|year)(?!\p{L})/iuy;
const MONTH = /(last|next|this) (\p{Lu}\p{Ll}{2,8})(?!\p{L})(?! \d)/iuy;
const AGO = / (day|week|month|year)s? ago(?!\p{L})/uy;
const ARTICLE = /an? (day|week|month|year) ago(?!\p{L})/iuy;
const LOOK_BACK = 16;
const WEEK = 7;
const YEAR = 12;
/** Longest time ago, in years. */
const MAX_YEARS = 1000;

const PRECISIONS: Readonly<Record<string, DatePrecision>> = { day: 'day', week: 'week', month: 'month', year: 'year' };
const STEPS: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };

/** The day, week, month or year that is so many away from the day of publication. */
function shift(published: CalendarDay, unit: string, count: number): string {
  if (unit === 'day') return CALENDAR.toDate(CALENDAR.addDays(published, count));
  if (unit === 'week') return CALENDAR.toWeek(CALENDAR.addDays(published, WEEK * count));
  if (unit === 'month') return CALENDAR.toMonth(CALENDAR.addMonths(published, count));
  return CALENDAR.toYear(CALENDAR.addMonths(published, YEAR * count));
}

function relative(published: CalendarDay | undefined, unit: string, count: number, start: number, end: number): ReadDate {
  const value = published ? shift(published, unit, count) : null;
  return { type: 'date', start, end, value, precision: PRECISIONS[unit] ?? 'day', isRelative: true };
}

function isInTitle(text: string, day: string, at: number, floor: number): boolean {
  const behind = text.slice(at + day.length, at + day.length + TITLE_LENGTH);
  return (
    CAPITAL_DAY.test(day) && (NAME_BEFORE.test(text.slice(Math.max(floor, at - LOOK_BACK), at)) || TITLE_BEHIND.test(behind))
  );
}

function readDayWord({ text, at, floor }: Anchor, published: CalendarDay | undefined): ReadDate | undefined {
  const match = matchAt(DAY_WORD, text, at);
  if (!match?.[1]) return undefined;
  if (isInTitle(text, match[0], at, floor)) return undefined;
  const before = DAY_BEFORE.exec(text.slice(Math.max(floor, at - LOOK_BACK), at))?.[0] ?? '';
  const word = match[1].toLowerCase();
  const count = VALUE_WORDS.days.get(before.toLowerCase() + word) ?? VALUE_WORDS.days.get(word) ?? 0;
  const start = VALUE_WORDS.days.has(before.toLowerCase() + word) ? at - before.length : at;
  return relative(published, 'day', count, start, at + match[0].length);
}

/** "last March": the one before the month of publication; "this March" is of the same year. */
function readMonth(text: string, at: number, published: CalendarDay | undefined): ReadDate | undefined {
  const match = matchAt(MONTH, text, at);
  const month = VALUE_WORDS.months.get(match?.[2] ?? '');
  if (!match || month === undefined) return undefined;
  const step = STEPS[match[1]?.toLowerCase() ?? ''] ?? 0;
  const isPast = published !== undefined && month < published.month;
  const years = { '-1': isPast ? 0 : -1, '0': 0, '1': published && month > published.month ? 0 : 1 }[String(step)] ?? 0;
  const value = published ? CALENDAR.toMonth({ year: published.year + years, month, day: 1 }) : null;
  return { type: 'date', start: at, end: at + match[0].length, value, precision: 'month', isRelative: true };
}

function readAgo(text: string, at: number, published: CalendarDay | undefined): ReadDate | undefined {
  const article = matchAt(ARTICLE, text, at);
  if (article?.[1]) return relative(published, article[1], -1, at, at + article[0].length);
  const number = readNumber(text, at);
  if (!number || !Number.isInteger(number.number) || number.number > MAX_YEARS) return undefined;
  const ago = matchAt(AGO, text, number.end);
  return ago?.[1] ? relative(published, ago[1], -number.number, at, number.end + ago[0].length) : undefined;
}

/** "yesterday", "the day after tomorrow", "last month", "next March", "two weeks ago", reckoned from the day of publication. */
export function readRelativeDate(anchor: Anchor, published: CalendarDay | undefined): ReadDate | undefined {
  const { text, at } = anchor;
  const period = matchAt(PERIOD, text, at);
  const [, step, unit] = period ?? [];
  if (period && step && unit)
    return relative(published, unit.toLowerCase(), STEPS[step.toLowerCase()] ?? 0, at, at + period[0].length);
  return readDayWord(anchor, published) ?? readMonth(text, at, published) ?? readAgo(text, at, published);
}
