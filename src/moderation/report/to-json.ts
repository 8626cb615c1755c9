import type { ModeratedArticle } from '../model/moderated-article.ts';

/** `pretty` indents by two spaces; `line` is one line, as NDJSON wants it. */
export type JsonForm = 'pretty' | 'line';

/**
 * A result as JSON without a line end at its end. Keys stand in the order in which `moderate()` builds them, so equal
 * results give equal bytes; a lone surrogate is written as an escape.
 */
export function toJson(result: ModeratedArticle, form: JsonForm): string {
  return JSON.stringify(result, undefined, form === 'pretty' ? 2 : undefined);
}
