import { columnsOf } from './columns-of.ts';

/** Columns of the blanks before a line. */
export function indentOf(line: string): number {
  let end = 0;
  while (line[end] === ' ' || line[end] === '\t') end++;
  return columnsOf(line.slice(0, end));
}
