import { matchAt } from '../match-at.ts';
import type { ReadDate } from '../read-value.ts';
import { VALUE_WORDS } from '../value-words.ts';

/** "at 3:30 p.m. EST", "15:30 GMT" behind a day; "3 p.m. " and "at 15:30 on " before one. */
const BEHIND =
  /,? (?:at )?(\d{1,2})(?:[:.]([0-5]\d))?(?: ?([apAP])\.?[mM]\.?(?!\p{L}))?(?![\d:.]\d)(?: ([A-Z]{3,4})(?!\p{L}))?/uy;
const BEFORE = /(?<![\p{L}\d:.])(\d{1,2})(?:[:.]([0-5]\d))?(?: ?([apAP])\.?[mM]\.?)?(?: ([A-Z]{3,4}))?,? (?:on )?$/u;
const LOOK_BACK = 28;
const NOON = 12;
const HOURS = 24;

/** "T15:30Z" from the parts of a time; undefined where they do not make one. */
function toTime(match: RegExpExecArray | null): string | undefined {
  if (!match || (match[2] === undefined && match[3] === undefined)) return undefined;
  const hour = Number(match[1]);
  const half = match[3]?.toLowerCase();
  if (half === undefined ? hour >= HOURS : hour < 1 || hour > NOON) return undefined;
  const clock = half === undefined ? hour : (hour % NOON) + (half === 'p' ? NOON : 0);
  return `T${String(clock).padStart(2, '0')}:${match[2] ?? '00'}${VALUE_WORDS.zones.get(match[4] ?? '') ?? ''}`;
}

/** A day with the time of day that stands beside it; the same date when there is none, or when its day is not known. */
export function addTime(date: ReadDate, text: string, floor: number): ReadDate {
  if (date.value === null || date.precision !== 'day' || !/^\d{4}-\d{2}-\d{2}$/u.test(date.value)) return date;
  const behind = matchAt(BEHIND, text, date.end);
  const after = toTime(behind);
  if (behind && after !== undefined) {
    const isZone = behind[4] === undefined || VALUE_WORDS.zones.has(behind[4]);
    const end = date.end + behind[0].length - (isZone ? 0 : (behind[4]?.length ?? 0) + 1);
    return { ...date, end, value: date.value + after, precision: 'minute' };
  }
  const before = BEFORE.exec(text.slice(Math.max(floor, date.start - LOOK_BACK), date.start));
  const time = toTime(before);
  if (!before || time === undefined) return date;
  return { ...date, start: date.start - before[0].length, value: date.value + time, precision: 'minute' };
}
