import type { Article } from './article.ts';
import type { Reading } from './reading.ts';
import type { Ruleset } from './ruleset.ts';

/**
 * The readers of formats with markup. They are handed to the pipeline, so that their parsers need not be loaded for an article
 * of plain text.
 */
export interface FormatReaders {
  readonly readHtml: (article: Article, ruleset: Ruleset) => Reading;
  readonly readMarkdown: (source: string) => Reading;
}
