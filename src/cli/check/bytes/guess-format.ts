import type { ArticleFormat } from '../../../moderation/model/article.ts';
import { isHtmlFragment } from './is-html-fragment.ts';
import { isHtmlPage } from './is-html-page.ts';
import { isMarkdown } from './is-markdown.ts';

/**
 * How an article is to be read. `any` is guessed from its beginning; `text-or-page` is text by its name, but a whole page
 * that was saved as text is read as the page it is.
 */
export type FormatHint = ArticleFormat | 'any' | 'text-or-page';

/** The format of an article that begins like this. */
export function guessFormat(hint: FormatHint, beginning: string): ArticleFormat {
  switch (hint) {
    case 'text':
    case 'markdown':
    case 'html':
      return hint;
    case 'text-or-page':
      return isHtmlPage(beginning) ? 'html' : 'text';
    case 'any':
      if (isHtmlPage(beginning) || isHtmlFragment(beginning)) return 'html';
      return isMarkdown(beginning) ? 'markdown' : 'text';
    default:
      return hint satisfies never;
  }
}
