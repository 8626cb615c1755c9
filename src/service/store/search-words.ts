import type { Article } from '../../moderation/model/article.ts';
import { toSqlText } from './to-sql-text.ts';

/** UTF-16 code units of the text that can be searched: making a search vector of all of it would cost more than storing it. */
const LEAD = 2000;

/** What an article can be found by: its own id, source, title, byline, and the beginning of its text. */
export function searchWords({ id, source, title, byline, text }: Article): string {
  return toSqlText([id, source, title, byline, text.slice(0, LEAD)].filter(Boolean).join('\n'));
}
