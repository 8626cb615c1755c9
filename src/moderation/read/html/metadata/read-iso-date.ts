const DATE =
  /^(\d{4})([-/])(\d{2})\2(\d{2})(?:(?:T|\s{1,2})(\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/iu;
/** Years in which an article may have been published; others are the zero of some clock. */
const FIRST_YEAR = 1600;
const LAST_YEAR = 2100;

/** Gregorian. */
function daysOf(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

function readZone(zone: string): string | undefined {
  if (zone === '' || /^(?:Z|UTC|GMT)$/iu.test(zone)) return zone === '' ? '' : 'Z';
  const hours = zone.slice(1, 3);
  const minutes = zone.slice(3).replace(':', '') || '00';
  return Number(hours) <= 14 && Number(minutes) < 60 ? `${zone[0]}${hours}:${minutes}` : undefined;
}

/**
 * A date or a date-time written in figures from year to second as ISO 8601: `2024-03-05` or `2024-03-05T07:10:00+01:00`.
 * Nothing for what is no such date, for days that no month has, and for years outside 1600 to 2100 and the zero of Unix time.
 */
export function readIsoDate(value: string): string | undefined {
  const match = DATE.exec(value.slice(0, 60).trim());
  if (!match) return undefined;
  const [, year = '', , month = '', day = '', hour = '', minute = '', second = '00', zone = ''] = match;
  const isYear = Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR;
  const isDay =
    Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= daysOf(Number(year), Number(month));
  const date = `${year}-${month}-${day}`;
  if (!isYear || !isDay || date === '1970-01-01') return undefined;
  if (hour === '') return date;
  const offset = readZone(zone);
  if (offset === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return `${date}T${hour}:${minute}:${second}${offset}`;
}
