import { addSpan, type NameTable } from './name-table.ts';
import type { NamedSpan } from './named-span.ts';

const BLANKS = /\s+/u;

/** The table of names that another recogniser found; what it is sure of weighs more. */
export function enterNames(text: string, names: readonly NamedSpan[]): NameTable {
  const table: NameTable = new Map();
  for (const { start, end, type, confidence } of names)
    addSpan(table, text.slice(start, end).split(BLANKS), { start, end }, { PER: 0, LOC: 0, ORG: 0, MISC: 0, [type]: confidence });
  return table;
}
