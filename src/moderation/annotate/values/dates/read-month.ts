import { matchAt } from '../match-at.ts';
import type { Anchor, ReadDate } from '../read-value.ts';
import { VALUE_WORDS } from '../value-words.ts';
import type { CalendarDay } from './calendar-day.ts';
import { readFarYear } from './read-far-year.ts';
import { toReadDate } from './to-read-date.ts';

const MONTH = /([A-Z][a-z]{2,8})(?!\p{L})/uy;
const BEFORE = /(?<!\p{L})(?:in|since|until|during|early|late|mid|in early|in late|end of|start of)[ -]$/iu;
const NAME_BEHIND = /^ \p{Lu}/u;
const LOOK_BACK = 12;

/** A month alone, by its full name and behind a word that says so: "in March", "since May", "mid-June". */
export function readMonth(anchor: Anchor, published: CalendarDay | undefined): ReadDate | undefined {
  const { text, at, floor } = anchor;
  const match = matchAt(MONTH, text, at);
  const month = VALUE_WORDS.months.get(match?.[1] ?? '');
  if (!match || month === undefined || VALUE_WORDS.monthShorts.has(match[0])) return undefined;
  const end = at + match[0].length;
  if (!BEFORE.test(text.slice(Math.max(floor, at - LOOK_BACK), at)) || NAME_BEHIND.test(text.slice(end, end + 2)))
    return undefined;
  const far = readFarYear(text, at, end);
  if (far && far.digits === undefined) return undefined;
  if (far) return toReadDate({ month, year: Number(far.digits) }, anchor, published, { start: at, end: far.end });
  return toReadDate({ month }, anchor, published, { start: at, end });
}
