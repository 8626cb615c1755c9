import type { ReadValue } from './read-value.ts';
import { VALUE_WORDS } from './value-words.ts';

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/u;
const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th)? (?:of )?(\p{Lu}\p{Ll}{2,8})\.?,? (\d{4})(?!\d)/u;
const MONTH_BEFORE = /(?<!\p{L})(\p{Lu}\p{Ll}{2,8})\.? $/u;
const DAY_THEN_YEAR = /^(\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/u;
const YEAR = /^(\d{4})(?!\d)/u;
const MIN_ABBREVIATION = 3;

/** Number of a month by its name or by the first three letters or more of it; 0 for none. */
function monthNumber(name: string): number {
  return name.length < MIN_ABBREVIATION ? 0 : VALUE_WORDS.months.findIndex((month) => month.startsWith(name)) + 1;
}

function toIso(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}

function dateValue(iso: string | undefined, start: number, end: number): ReadValue | undefined {
  return iso === undefined ? undefined : { type: 'date', value: iso, span: { start, end } };
}

function readAfterMonth(window: string, at: number): ReadValue | undefined {
  const before = MONTH_BEFORE.exec(window.slice(0, at));
  const month = monthNumber(before?.[1] ?? '');
  if (!before || month === 0) return undefined;
  const start = at - before[0].length;
  const full = DAY_THEN_YEAR.exec(window.slice(at));
  if (full) return dateValue(toIso(Number(full[2]), month, Number(full[1])), start, at + full[0].length);
  const year = YEAR.exec(window.slice(at));
  return year ? dateValue(`${year[1]}-${String(month).padStart(2, '0')}`, start, at + year[0].length) : undefined;
}

/** Absolute dates: "2024-03-05", "5 March 2024", "March 5, 2024" as ISO 8601; "March 2024" as "2024-03". */
export function readDate(window: string, at: number): ReadValue | undefined {
  if (/[\p{L}\p{N}-]/u.test(window[at - 1] ?? ' ')) return undefined;
  const rest = window.slice(at);
  const iso = ISO.exec(rest);
  if (iso) return dateValue(toIso(Number(iso[1]), Number(iso[2]), Number(iso[3])), at, at + iso[0].length);
  const dayFirst = DAY_FIRST.exec(rest);
  const month = monthNumber(dayFirst?.[2] ?? '');
  if (dayFirst && month > 0)
    return dateValue(toIso(Number(dayFirst[3]), month, Number(dayFirst[1])), at, at + dayFirst[0].length);
  return readAfterMonth(window, at);
}
