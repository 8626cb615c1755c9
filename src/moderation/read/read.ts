import type { Article } from '../model/article.ts';
import type { Reading } from '../model/reading.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { readHtml } from './html/read-html.ts';
import { readMarkdown } from './markdown/read-markdown.ts';
import { readWith } from './read-with.ts';

/** An article of any format as plain text with the way back to its source. Never fails. */
export function read(article: Article, ruleset: Ruleset): Reading {
  return readWith({ readHtml, readMarkdown }, article, ruleset);
}
