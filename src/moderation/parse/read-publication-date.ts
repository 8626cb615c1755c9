import { parseDate } from './parse-date.ts';

/** A date, or a date-time with or without its zone, of ISO 8601. */
const ISO = /^(\d{4}-\d{2}-\d{2})(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/u;
/** UTF-16 code units of a date that are read. */
const MAX_LENGTH = 100;

/**
 * A date of publication that was handed in, as ISO 8601: as it is when it is that already, else the day that `parseDate` finds
 * in it ("Wed, 06 Mar 2024 10:00:00 GMT", "March 6, 2024"). Undefined when it says no day that exists.
 */
export function readPublicationDate(given: string): string | undefined {
  const iso = ISO.exec(given);
  if (!iso) return parseDate(given.slice(0, MAX_LENGTH));
  return parseDate(iso[1] ?? '') === undefined ? undefined : given;
}
