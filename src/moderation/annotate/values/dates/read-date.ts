import type { Anchor, ReadDate } from '../read-value.ts';
import { addTime } from './add-time.ts';
import type { CalendarDay } from './calendar-day.ts';
import { readMonth } from './read-month.ts';
import { readNumericDate } from './read-numeric-date.ts';
import { readRelativeDate } from './read-relative-date.ts';
import { readWeekday } from './read-weekday.ts';
import { readWrittenDate } from './read-written-date.ts';
import { readYear } from './read-year.ts';

/** What a date may not stand right behind: it would be part of a code or a longer number. */
const BOUND = /[\p{L}\p{N}_#/]$|[\p{L}\p{N}][.,:'’-]$/u;
const DECADE_MARK = /mid-$/iu;
const LOOK_BACK = 4;

/** An ISO date has a year of four digits; others come of a day of publication near their ends. */
const SAYABLE = /^(?:--|\d{4}(?:[-/]|$))/u;

const isSayable = ({ value }: ReadDate): boolean => value === null || SAYABLE.test(value);

/** The date that begins at an anchor, as ISO 8601; `published` is the day that relative ones are reckoned from. */
export function readDate(anchor: Anchor, published: CalendarDay | undefined): ReadDate | undefined {
  const { text, at, floor, limit } = anchor;
  const before = text.slice(Math.max(0, at - LOOK_BACK), at);
  if (BOUND.test(before) && !DECADE_MARK.test(before)) return undefined;
  const found =
    readNumericDate(text, at) ??
    readWrittenDate(anchor, published) ??
    readWeekday(anchor, published) ??
    readRelativeDate(anchor, published) ??
    readMonth(anchor, published) ??
    readYear(anchor);
  if (!found || !isSayable(found)) return undefined;
  const timed = addTime(found, text, floor);
  return timed.end <= limit ? timed : undefined;
}
