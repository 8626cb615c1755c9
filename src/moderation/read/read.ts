import type { Article } from '../model/article.ts';
import type { Reading } from '../model/reading.ts';
import { readPlain } from './read-plain.ts';

/** An article of any format as plain text with the way back to its source. Never fails. */
export function read(article: Article): Reading {
  const { format = 'text', text } = article;
  switch (format) {
    case 'text':
    case 'html':
    case 'markdown':
      return readPlain(text);
    default:
      return format satisfies never;
  }
}
