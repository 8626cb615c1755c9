import type { Row } from './cut-rows.ts';

/** Rows that are drawn together, or not at all while they are far from what is looked at. */
export interface Page {
  readonly rows: readonly Row[];
  readonly start: number;
  readonly end: number;
}

const MAX_CHARACTERS = 6_000;
const MAX_ROWS = 40;

/** Groups rows into pages of a few screens each. */
export function groupPages(rows: readonly Row[]): readonly Page[] {
  const pages: Page[] = [];
  let own: Row[] = [];
  const close = () => {
    const [first, last] = [own[0], own.at(-1)];
    if (first && last) pages.push({ rows: own, start: first.start, end: last.end });
    own = [];
  };
  for (const row of rows) {
    const start = own[0]?.start ?? row.start;
    if (own.length === MAX_ROWS || (own.length > 0 && row.end - start > MAX_CHARACTERS)) close();
    own.push(row);
  }
  close();
  return pages;
}
