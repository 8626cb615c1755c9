import type { HtmlPage } from './html-page.ts';

/** Somebody else's way to the article of a page. */
export interface Extractor {
  /** As its row is called. */
  readonly name: string;
  /** The text of the article; may throw. */
  readonly extract: (page: HtmlPage) => string | Promise<string>;
}
