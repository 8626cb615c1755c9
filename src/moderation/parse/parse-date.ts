const MONTHS = 'january february march april may june july august september october november december'.split(' ');

const MONTH_FIRST = /\b(\p{L}{3,9})\.?\s{1,3}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(\d{4})\b/u;
const DAY_FIRST = /\b(\d{1,2})(?:st|nd|rd|th|\.)?\s{1,3}(\p{L}{3,9})\.?,?\s{1,3}(\d{4})\b/u;
const ISO = /\b(\d{4})-(\d{2})-(\d{2})\b/u;

function monthNumber(name: string): number {
  const lower = name.toLowerCase();
  return MONTHS.findIndex((month) => month === lower || (month.startsWith(lower) && lower.length <= 4)) + 1;
}

/** Gregorian; the calendar of an article's dates. */
function daysOf(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return isLeap ? 29 : 28;
}

function format(year: string, month: number, day: string): string | undefined {
  const date = Number(day);
  if (month < 1 || month > 12 || date < 1 || date > daysOf(Number(year), month)) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** The first full date in a short line as `YYYY-MM-DD`; English month names or ISO 8601. */
export function parseDate(line: string): string | undefined {
  const iso = ISO.exec(line);
  if (iso) return format(iso[1] ?? '', Number(iso[2]), iso[3] ?? '');
  const monthFirst = MONTH_FIRST.exec(line);
  if (monthFirst) return format(monthFirst[3] ?? '', monthNumber(monthFirst[1] ?? ''), monthFirst[2] ?? '');
  const dayFirst = DAY_FIRST.exec(line);
  return dayFirst ? format(dayFirst[3] ?? '', monthNumber(dayFirst[2] ?? ''), dayFirst[1] ?? '') : undefined;
}
