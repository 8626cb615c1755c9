import { matchAt } from '../match-at.ts';
import { readPhrase } from '../read-phrase.ts';
import type { Anchor, ReadDate } from '../read-value.ts';
import { VALUE_WORDS } from '../value-words.ts';
import type { CalendarDay } from './calendar-day.ts';
import { readFarYear } from './read-far-year.ts';
import { toReadDate } from './to-read-date.ts';

/** "5 March 2024", "5th of March", "5-7 March, 2024", "5 to 7 March". */
const DAY_FIRST =
  /(\d{1,2})(?:st|nd|rd|th)?(?:(?: ?[–-] ?| to | and )(\d{1,2})(?:st|nd|rd|th)?)? (?:of )?(\p{Lu}\p{Ll}{2,8})(?!\p{L})\.?(?:,? (?:of |in )?((?:1\d|20)\d\d)(?![\d%]|[.,]\d))?/uy;
/** "March 5, 2024", "Dec. 5", "March 5-7". */
const MONTH_DAY =
  /(\p{Lu}\p{Ll}{2,8})\.? (\d{1,2})(?:st|nd|rd|th)?(?: ?[–-] ?(\d{1,2})(?:st|nd|rd|th)?)?(?![\d%:]|[.,]\d| (?:million|billion|thousand|per ?cent))(?:,? (?:of |in )?((?:1\d|20)\d\d)(?![\d%]|[.,]\d))?/uy;
/** "March 2024", "March, 2024", "March of 2024". */
const MONTH_YEAR = /(\p{Lu}\p{Ll}{2,8})\.?,? (?:of )?((?:1\d|20)\d\d)(?![\d%]|[.,]\d)/uy;

/** Months that are also names of people. */
const NAMES: ReadonlySet<string> = new Set(['April', 'May', 'June', 'August']);
const CAPITAL_BEFORE = /(?<!\p{L})(\p{Lu}\p{Ll}+) $/u;
/** Behind these a day stands, whatever follows: "on March 5 people gathered". */
const DAY_WORD_BEFORE = /(?<!\p{L})(?:on|by|until|till|after|before|since|from|of|the|and|to) $/iu;
const NAME_LENGTH = 20;

/** True for "Theresa May 10", and for a month before a count: "April 12 girls". */
function isNoDay({ text, at, floor }: Anchor, month: string, match: RegExpExecArray): boolean {
  const before = text.slice(Math.max(floor, at - NAME_LENGTH), at);
  if (DAY_WORD_BEFORE.test(before)) return false;
  const name = NAMES.has(month) ? CAPITAL_BEFORE.exec(before)?.[1] : undefined;
  if (name !== undefined && !VALUE_WORDS.openers.has(name.toLowerCase()) && !VALUE_WORDS.weekdays.has(name)) return true;
  const end = at + match[0].length;
  return (
    match[3] === undefined &&
    match[4] === undefined &&
    text[end] === ' ' &&
    readPhrase(text, end, VALUE_WORDS.units) !== undefined
  );
}

/** A day that the month does not have: "31 April". */
const DAY_BEFORE = /\d(?:st|nd|rd|th)? (?:of )?$/u;
const LOOK_BACK = 8;

/** The year of a date, without digits where it has more than four of them, and where the date ends. */
interface DatedYear {
  readonly digits: string | undefined;
  readonly end: number;
}

/** What joins two dates of which the second has the year: "29 September - 1 October 2006". */
const JOINED = / ?(?:[–-]|to|and|until|through) ?/uy;

/** The year of the date that follows and is joined to this one, which ends at `end`. */
function readYearBehind(text: string, end: number): DatedYear | undefined {
  const gap = matchAt(JOINED, text, end);
  const from = end + (gap?.[0].length ?? 0);
  const match = gap && (matchAt(DAY_FIRST, text, from) ?? matchAt(MONTH_DAY, text, from));
  if (!match) return undefined;
  const year = match[4] === undefined ? readFarYear(text, from, from + match[0].length) : { digits: match[4] };
  return year && { digits: year.digits, end };
}

/** The year of a date from `at` to `end`, of which `digits` is a part when they are of our times. */
function findYear({ text, at }: Anchor, end: number, digits: string | undefined): DatedYear | undefined {
  return digits === undefined ? (readFarYear(text, at, end) ?? readYearBehind(text, end)) : { digits, end };
}

const optional = (digits: string | undefined): number | undefined => (digits === undefined ? undefined : Number(digits));

/** The parts of a date that are there. */
function written(month: number, day?: string, lastDay?: string, year?: string) {
  const [first, last, of] = [optional(day), optional(lastDay), optional(year)];
  return {
    month,
    ...(first === undefined ? {} : { day: first }),
    ...(last === undefined ? {} : { lastDay: last }),
    ...(of === undefined ? {} : { year: of }),
  };
}

function readDayFirst(anchor: Anchor, published: CalendarDay | undefined): ReadDate | undefined {
  const { text, at } = anchor;
  const match = matchAt(DAY_FIRST, text, at);
  const month = VALUE_WORDS.months.get(match?.[3] ?? '');
  if (!match || month === undefined) return undefined;
  const matched = at + match[0].length;
  const year = findYear(anchor, matched, match[4]);
  if (year && year.digits === undefined) return undefined;
  const end = year?.end ?? matched;
  // The full stop belongs to a short name alone.
  const isFullStop = end === matched && match[0].endsWith('.') && !VALUE_WORDS.monthShorts.has(match[3] ?? '');
  const span = { start: at, end: end - (isFullStop ? 1 : 0) };
  return toReadDate(written(month, match[1], match[2], year?.digits), anchor, published, span);
}

function readMonthDay(anchor: Anchor, published: CalendarDay | undefined): ReadDate | undefined {
  const { text, at } = anchor;
  const match = matchAt(MONTH_DAY, text, at);
  const month = VALUE_WORDS.months.get(match?.[1] ?? '');
  if (!match || month === undefined || isNoDay(anchor, match[1] ?? '', match)) return undefined;
  const matched = at + match[0].length;
  const year = findYear(anchor, matched, match[4]);
  if (year && year.digits === undefined) return undefined;
  const span = { start: at, end: year?.end ?? matched };
  return toReadDate(written(month, match[2], match[3], year?.digits), anchor, published, span);
}

/** A date with the name of its month, that begins at `at` with a day or with the month. */
export function readWrittenDate(anchor: Anchor, published: CalendarDay | undefined): ReadDate | undefined {
  const { text, at } = anchor;
  const day = readDayFirst(anchor, published) ?? readMonthDay(anchor, published);
  if (day) return day;
  const monthYear = matchAt(MONTH_YEAR, text, at);
  const ofYear = VALUE_WORDS.months.get(monthYear?.[1] ?? '');
  if (!monthYear || ofYear === undefined || DAY_BEFORE.test(text.slice(Math.max(0, at - LOOK_BACK), at))) return undefined;
  return toReadDate({ month: ofYear, year: Number(monthYear[2]) }, anchor, published, {
    start: at,
    end: at + monthYear[0].length,
  });
}
