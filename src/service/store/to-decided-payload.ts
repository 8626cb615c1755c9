import type { ArticleKey } from './article-key.ts';

/** The payload of a notice on `copydesk_decided`, equal for equal keys. */
export function toDecidedPayload({ tenant, articleId, revision }: ArticleKey): string {
  return JSON.stringify([tenant, articleId, revision]);
}
