import { z } from 'zod';
import { toSqlText } from '../../store/to-sql-text.ts';

/** A string that the store can be asked for: PostgreSQL's text holds neither NUL nor half a surrogate pair. */
export function storableText(): z.ZodString {
  return z.string().overwrite(toSqlText);
}
