import type { Article } from '../model/article.ts';
import type { FormatReaders } from '../model/format-readers.ts';
import type { Reading } from '../model/reading.ts';
import type { Ruleset } from '../model/ruleset.ts';
import type { Span } from '../model/span.ts';
import { readPlain } from './read-plain.ts';

/**
 * An article of any format as plain text with the way back to its source; `readers` read formats with markup. Blocks of a page
 * that reach into `restored` (sorted spans of the source) are in the text whatever they are. Never fails.
 */
export function readWith(readers: FormatReaders, article: Article, ruleset: Ruleset, restored: readonly Span[] = []): Reading {
  const { format = 'text', text } = article;
  switch (format) {
    case 'html':
      return readers.readHtml(article, ruleset, restored);
    case 'markdown':
      return readers.readMarkdown(text);
    case 'text':
      return readPlain(text);
    default:
      return format satisfies never;
  }
}
