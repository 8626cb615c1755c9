const MONTHS = [
  'january february march april may june july august september october november december',
  'januar februar märz april mai juni juli august september oktober november dezember',
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
].map((names) => names.split(' '));

const MONTH_FIRST = /\b(\p{L}{3,10})\.?\s{1,3}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(\d{4})\b/u;
const DAY_FIRST = /\b(\d{1,2})(?:st|nd|rd|th|\.)?\s{1,3}(\p{L}{3,10})\.?,?\s{1,3}(\d{4})\b/u;
const DAY_FIRST_OF = /\b(\d{1,2}) de (\p{L}{3,10}) de (\d{4})\b/u;
const DOTTED = /\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b/u;
const ISO = /\b(\d{4})-(\d{2})-(\d{2})\b/u;

function monthNumber(name: string): number {
  const lower = name.toLowerCase();
  const isMonth = (month: string): boolean => month === lower || (month.startsWith(lower) && lower.length <= 4);
  for (const names of MONTHS) {
    const at = names.findIndex(isMonth);
    if (at >= 0) return at + 1;
  }
  return 0;
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

/** The first full date in a short line as `YYYY-MM-DD`; English, German, French or Spanish month names, day.month.year, or ISO 8601. */
export function parseDate(line: string): string | undefined {
  const iso = ISO.exec(line);
  if (iso) return format(iso[1] ?? '', Number(iso[2]), iso[3] ?? '');
  const dotted = DOTTED.exec(line);
  if (dotted) return format(dotted[3] ?? '', Number(dotted[2]), dotted[1] ?? '');
  const monthFirst = MONTH_FIRST.exec(line);
  if (monthFirst) return format(monthFirst[3] ?? '', monthNumber(monthFirst[1] ?? ''), monthFirst[2] ?? '');
  const dayFirst = DAY_FIRST.exec(line) ?? DAY_FIRST_OF.exec(line);
  return dayFirst ? format(dayFirst[3] ?? '', monthNumber(dayFirst[2] ?? ''), dayFirst[1] ?? '') : undefined;
}
