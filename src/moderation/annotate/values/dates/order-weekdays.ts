import type { Span } from '../../../model/span.ts';
import { VALUE_WORDS } from '../value-words.ts';
import { CALENDAR } from './calendar.ts';
import type { CalendarDay } from './calendar-day.ts';
import { findTense, type Tense } from './find-tense.ts';

/** "Monday and ends ", "Monday to " before a weekday. */
const EARLIER = /(?<!\p{L})(\p{Lu}\p{Ll}{5,8}) ?(?:and|to|until|till|through|–|-) ?(?:\p{Ll}{1,12} ){0,3}$/u;
/** " to Friday" behind one. */
const LATER = /^ ?(?:to|until|till|through|–|-) ?(\p{Lu}\p{Ll}{5,8})(?!\p{L})/u;
const LOOK_BACK = 60;
const LOOK_AHEAD = 20;
const WEEK = 7;

interface Joined {
  readonly text: string;
  /** The weekday that is put in order. */
  readonly span: Span;
  /** End of the block. */
  readonly limit: number;
  readonly tense: Tense;
}

/** The weekday, 1 to 7, that a day may not be before, if both are to come; or that it may not be after. */
function findOther({ text, span: { start, end }, limit, tense }: Joined): number | undefined {
  if (tense !== 'future')
    return VALUE_WORDS.weekdays.get(LATER.exec(text.slice(end, Math.min(limit, end + LOOK_AHEAD)))?.[1] ?? '');
  const from = Math.max(0, start - LOOK_BACK);
  const match = EARLIER.exec(text.slice(from, start));
  const weekday = VALUE_WORDS.weekdays.get(match?.[1] ?? '');
  if (!match?.[1] || weekday === undefined) return undefined;
  const earlier = { start: from + match.index, end: from + match.index + match[1].length };
  // "said Monday and will resign on Tuesday": the first is another matter.
  return findTense(text, earlier, limit) === 'future' ? weekday : undefined;
}

/**
 * The day of a weekday that is joined to another, so that the two are in order: of "begins Monday and ends Wednesday" the second
 * is not before the first, of "ran from Monday to Friday" the first not after the second. `day` is the weekday by itself.
 */
export function orderWeekdays(joined: Joined, day: CalendarDay, published: CalendarDay): CalendarDay {
  const other = findOther(joined);
  if (other === undefined) return day;
  const isToCome = joined.tense === 'future';
  // Days from the day of publication to the next one that is this weekday, or since the last.
  const today = CALENDAR.weekday(published);
  const away = (weekday: number): number => (isToCome ? weekday - today + WEEK : today - weekday + WEEK) % WEEK;
  const isInOrder = away(CALENDAR.weekday(day)) >= away(other);
  return isInOrder ? day : CALENDAR.addDays(day, isToCome ? WEEK : -WEEK);
}
