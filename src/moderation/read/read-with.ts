import type { Article } from '../model/article.ts';
import type { FormatReaders } from '../model/format-readers.ts';
import type { Reading } from '../model/reading.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { readPlain } from './read-plain.ts';

/** An article of any format as plain text with the way back to its source; `readers` read formats with markup. Never fails. */
export function readWith(readers: FormatReaders, article: Article, ruleset: Ruleset): Reading {
  const { format = 'text', text } = article;
  switch (format) {
    case 'html':
      return readers.readHtml(article, ruleset);
    case 'markdown':
      return readers.readMarkdown(text);
    case 'text':
      return readPlain(text);
    default:
      return format satisfies never;
  }
}
