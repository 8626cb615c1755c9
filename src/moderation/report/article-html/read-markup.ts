import type { ArticleFormat } from '../../model/article.ts';
import { readMarkdownMarkup } from './read-markdown-markup.ts';
import { readPageMarkup } from './read-page-markup.ts';
import type { SourceTree } from './source-tree.ts';

/** The markup of an original; nothing where its blocks are all that is known of it. */
export function readMarkup(format: ArticleFormat, original: string): SourceTree | undefined {
  switch (format) {
    case 'html':
      return readPageMarkup(original);
    case 'markdown':
      return readMarkdownMarkup(original);
    case 'text':
      return undefined;
    default:
      return format satisfies never;
  }
}
