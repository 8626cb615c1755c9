import { readDataBytes } from '../data/read-data-bytes.ts';
import { decodePage } from './decode-page.ts';
import type { HtmlPage } from './html-page.ts';
import type { ListedPage } from './read-page-list.ts';

/** Reads a listed page. Throws `DataError`. */
export function readHtmlPage(folder: string, listed: ListedPage): HtmlPage {
  const file = `html/${listed.file}`;
  return { ...listed, file, html: decodePage(readDataBytes(folder, file)) };
}
