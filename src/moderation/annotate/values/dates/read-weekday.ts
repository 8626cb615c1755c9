import { matchAt } from '../match-at.ts';
import type { Anchor, ReadDate } from '../read-value.ts';
import { VALUE_WORDS } from '../value-words.ts';
import { CALENDAR } from './calendar.ts';
import type { CalendarDay } from './calendar-day.ts';
import { findTense, type Tense } from './find-tense.ts';
import { orderWeekdays } from './order-weekdays.ts';
import { readWrittenDate } from './read-written-date.ts';

const WEEKDAY = /([A-Z][a-z]{2,8})\.?(?!\p{L})/uy;
const BEFORE_DATE = /,? (?:the )?/uy;
const PART_OF_DAY = / (?:morning|afternoon|evening|night)(?!\p{L})/uy;
const ORDER = /(?<!\p{L})(last|next|this) $/iu;
/** A name before or behind makes the weekday a part of it: "Black Friday", "Sunday Times". */
const NAME_BEFORE = /(?<!\p{L})(?!(?:On|By|From|Since|Until|Before|After|Every|Each|That|But|And|Late|Early) )\p{Lu}\p{Ll}+ $/u;
const NAME_BEHIND = /^ (?!I(?!\p{L}))\p{Lu}/u;
/** "Friday the 13th" names no day by itself; "Monday.com" is no day. */
const NO_DAY = /^ the \d|^\.\p{L}/u;
const NO_DAY_LENGTH = 6;
const LOOK_BACK = 14;
const WEEK = 7;

function resolve(weekday: number, order: string, tense: Tense, published: CalendarDay): CalendarDay {
  const ahead = (weekday - CALENDAR.weekday(published) + WEEK) % WEEK;
  if (order === 'last') return CALENDAR.addDays(published, ahead === 0 ? -WEEK : ahead - WEEK);
  if (order === 'next') return CALENDAR.addDays(published, ahead === 0 ? WEEK : ahead);
  if (order === 'this' || tense === 'future') return CALENDAR.addDays(published, ahead);
  return CALENDAR.addDays(published, ahead === 0 ? 0 : ahead - WEEK);
}

/** "Monday" alone, with "last", "next" or "this", with a part of the day. */
function readAlone({ text, at, floor, limit }: Anchor, name: string, published: CalendarDay | undefined): ReadDate | undefined {
  const before = text.slice(Math.max(floor, at - LOOK_BACK), at);
  const order = ORDER.exec(before);
  const end = at + name.length;
  const part = matchAt(PART_OF_DAY, text, end)?.[0] ?? '';
  if (!order && NAME_BEFORE.test(before)) return undefined;
  if (NAME_BEHIND.test(text.slice(end + part.length, end + part.length + 3))) return undefined;
  if (NO_DAY.test(text.slice(end, end + NO_DAY_LENGTH))) return undefined;
  const span = { start: at - (order?.[0].length ?? 0), end: end + part.length };
  const tense = findTense(text, span, limit);
  const alone = published && resolve(VALUE_WORDS.weekdays.get(name) ?? 1, order?.[1]?.toLowerCase() ?? '', tense, published);
  const day = alone && !order ? orderWeekdays({ text, span, limit, tense }, alone, published) : alone;
  return { type: 'date', ...span, value: day ? CALENDAR.toDate(day) : null, precision: 'day', isRelative: true };
}

/**
 * A weekday with its date, "Tuesday, March 5, 2024", or alone: then it is the last one up to the day of publication, or the
 * next one where the sentence speaks of what is to come.
 */
export function readWeekday(anchor: Anchor, published: CalendarDay | undefined): ReadDate | undefined {
  const { text, at } = anchor;
  const match = matchAt(WEEKDAY, text, at);
  if (!match?.[1] || !VALUE_WORDS.weekdays.has(match[1])) return undefined;
  const gap = matchAt(BEFORE_DATE, text, at + match[0].length);
  const dated = gap && readWrittenDate({ ...anchor, at: at + match[0].length + gap[0].length }, published);
  if (dated) return { ...dated, start: at };
  const isFullName = match[1].endsWith('day');
  return isFullName ? readAlone(anchor, match[1], published) : undefined;
}
