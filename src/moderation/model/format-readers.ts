import type { Article } from './article.ts';
import type { Reading } from './reading.ts';
import type { Ruleset } from './ruleset.ts';
import type { Span } from './span.ts';

/**
 * The readers of formats with markup. They are handed to the pipeline, so that their parsers need not be loaded for an article
 * of plain text.
 */
export interface FormatReaders {
  /** `restored`: spans of the source whose text is to be in the reading, sorted, whatever it may be. */
  readonly readHtml: (article: Article, ruleset: Ruleset, restored?: readonly Span[]) => Reading;
  readonly readMarkdown: (source: string) => Reading;
}
