import type { Article } from '../moderation/model/article.ts';
import { PAGE_LIMITS } from '../moderation/model/page-limits.ts';
import { ARTICLE_LINES } from './article-lines.ts';
import { countLines } from './count-lines.ts';

/** Why an article is too large to be worked on; `code` is stable, the message says what to do. */
export interface Excess {
  readonly code: 'too_many_lines' | 'too_large';
  readonly message: string;
}

const SMALLER_PAGE = "send the article's part of the page, or take scripts, styles and embedded pictures out";

/** The limit of an article's size that it goes beyond, besides those that its schema states. */
export function findExcess({ text, format }: Article): Excess | undefined {
  if (format === 'html' && text.length > PAGE_LIMITS.source) {
    const message = `has ${text.length} characters of HTML; the limit is ${PAGE_LIMITS.source}: ${SMALLER_PAGE}`;
    return { code: 'too_large', message };
  }
  const lines = countLines(text);
  if (lines <= ARTICLE_LINES) return undefined;
  return { code: 'too_many_lines', message: `has ${lines} lines; the limit is ${ARTICLE_LINES}: send it in parts` };
}
