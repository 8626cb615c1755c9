import type { FigureTables } from './evaluation-record.ts';

type RowFigures = FigureTables[string][string];

/** Digits kept, against the noise of subtracting decimals. */
const SCALE = 1_000_000;

function subtract(now: RowFigures, before: RowFigures | undefined): RowFigures {
  return Object.fromEntries(
    Object.entries(now).map(([name, value]) => {
      const earlier = before?.[name] ?? null;
      return [name, value === null || earlier === null ? null : Math.round((value - earlier) * SCALE) / SCALE];
    }),
  );
}

/** Now minus before, for each figure of now; `null` where either run lacks it. */
export function compareFigures(now: FigureTables, before: FigureTables): FigureTables {
  return Object.fromEntries(
    Object.entries(now).map(([table, rows]) => {
      const changes = Object.entries(rows).map(([row, figures]) => [row, subtract(figures, before[table]?.[row])]);
      return [table, Object.fromEntries(changes)];
    }),
  );
}
