import type { Element, ElementContent } from 'hast';
import { readAttribute } from './read-attribute.ts';
import type { SourceElement } from './source-tree.ts';

const SECTIONS = new Set(['thead', 'tbody', 'tfoot']);
const CELLS = new Set(['td', 'th']);

/** Elements as they were drawn, by the elements of the source. */
type Drawn = Map<SourceElement, Element>;

const newElement = (tagName: string): Element => ({ type: 'element', tagName, properties: {}, children: [] });

/** Puts elements without words among the drawn ones, unless those do not stand in the order of the source. */
function replaceChildren(node: Element, complete: readonly Element[]): void {
  const present = new Set<ElementContent>(node.children);
  const kept = complete.filter((child) => present.has(child));
  if (kept.length === node.children.length && kept.every((child, at) => child === node.children[at]))
    node.children = [...complete];
}

/** A row with all its cells: one without words keeps the others in their columns. */
function completeRow(row: SourceElement, drawn: Drawn): void {
  const node = drawn.get(row);
  if (!node) return;
  const cells = row.children.filter(({ tag }) => CELLS.has(tag));
  replaceChildren(
    node,
    cells.map((cell) => drawn.get(cell) ?? newElement(cell.tag)),
  );
}

/** Rows without words between others, which cells that reach over several rows count on. */
function completeRows(section: SourceElement, drawn: Drawn): void {
  const node = drawn.get(section);
  if (!node) return;
  const rows = section.children.filter(({ tag }) => tag === 'tr');
  const first = rows.findIndex((row) => drawn.has(row));
  const last = rows.findLastIndex((row) => drawn.has(row));
  for (const row of rows.slice(first, last + 1)) {
    if (!drawn.has(row)) drawn.set(row, newElement('tr'));
  }
  replaceChildren(
    node,
    rows.slice(first, last + 1).flatMap((row) => drawn.get(row) ?? []),
  );
}

const reachesOver = (row: SourceElement): boolean => row.children.some((cell) => readAttribute(cell, 'rowspan') !== undefined);

/** Puts back the cells and rows of a table that hold no words. Each is drawn once. */
export function completeTable(table: SourceElement, drawn: Drawn): void {
  const sections = table.children.filter(({ tag }) => SECTIONS.has(tag));
  for (const section of sections) {
    const rows = section.children.filter(({ tag }) => tag === 'tr');
    if (rows.some(reachesOver)) completeRows(section, drawn);
    for (const row of rows) completeRow(row, drawn);
  }
}
