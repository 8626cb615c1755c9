import type { Extractor } from './extractor.ts';
import type { HtmlPage } from './html-page.ts';

/** What an extractor made of a page; empty when it threw. */
export interface ExtractedText {
  readonly text: string;
  readonly hasFailed: boolean;
}

/** Runs an extractor on a page. A page it throws on is a page without text. */
export async function runExtractor(extractor: Extractor, page: HtmlPage): Promise<ExtractedText> {
  try {
    return { text: await extractor.extract(page), hasFailed: false };
  } catch {
    return { text: '', hasFailed: true };
  }
}
