import type { PageNode, PageTag } from '../../markup/parse-page.ts';

/** Elements that no table of data holds: a table with one of them lays out a page. */
const LAYOUT = new Set('table pre h1 h2 h3 h4 h5 h6 form article section nav ul ol dl blockquote'.split(' '));
/** UTF-16 code units of the mean cell; more is running text. */
const MAX_CELL = 120;

interface Count {
  rows: number;
  cells: number;
  letters: number;
  isLayout: boolean;
}

function count(node: PageNode, into: Count): void {
  if (into.isLayout) return;
  if ('value' in node) into.letters += node.value.trim().length;
  if (!('tagName' in node) || node.tagName === 'svg' || node.tagName === 'math') return;
  if (LAYOUT.has(node.tagName)) into.isLayout = true;
  if (node.tagName === 'tr') into.rows++;
  if (node.tagName === 'td' || node.tagName === 'th') into.cells++;
  for (const child of node.childNodes) count(child, into);
}

/** True for a table of data: rows of several short cells without blocks of text in them. */
export function isDataTable(table: PageTag): boolean {
  const found: Count = { rows: 0, cells: 0, letters: 0, isLayout: false };
  for (const child of table.childNodes) count(child, found);
  if (found.isLayout || found.rows === 0 || found.cells <= found.rows) return false;
  return found.letters <= found.cells * MAX_CELL;
}
