import { z } from 'zod';

const FIRST = Date.parse('0001-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

function isInRange(value: string): boolean {
  const time = Date.parse(value);
  return time >= FIRST && time <= LAST;
}

/**
 * ISO 8601 date-time with Z or an offset, of the years 1 to 9999, which all that read it write alike. It is handed on in UTC, because
 * PostgreSQL knows fewer offsets than ISO 8601.
 */
export const instant = z.iso
  .datetime({ offset: true })
  .refine(isInRange, { error: 'A time lies in the years 1 to 9999 (UTC).', abort: true })
  .overwrite((value) => (isInRange(value) ? new Date(value).toISOString() : value));
