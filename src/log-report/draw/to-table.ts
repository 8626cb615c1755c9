import { formatFigure } from './format-figure.ts';
import type { ReportTable } from './report-section.ts';

/** A column name that begins with "#" is one of numbers. */
export function toTable(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  rest?: string,
): ReportTable {
  const named = columns.map((name) => ({ name: name.replace(/^#/u, ''), isNumber: name.startsWith('#') }));
  return { caption, columns: named, rows, ...(rest !== undefined && { rest }) };
}

/** What a list of names leaves out; undefined when it is whole. */
export function describeRest({
  rows,
  names,
  error,
}: {
  readonly rows: readonly unknown[];
  readonly names: number;
  readonly error: number;
}) {
  const more = names > rows.length ? [`${formatFigure.count(names - rows.length)} more (--top shows more of them)`] : [];
  const lost =
    error > 0
      ? [`too many names: counts may be up to ${formatFigure.count(error)} too low, and names with fewer may be missing`]
      : [];
  return more.length + lost.length === 0 ? undefined : [...more, ...lost].join('; ');
}
