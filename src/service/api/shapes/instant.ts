import { z } from 'zod';

/** ISO 8601 date-time with Z or an offset that PostgreSQL reads too: it has no year 0. */
export const instant = z.iso.datetime({ offset: true }).refine((value) => !value.startsWith('0000'), 'There is no year 0.');
