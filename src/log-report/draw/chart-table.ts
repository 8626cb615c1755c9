import type { ReportChart, ReportTable } from './report-section.ts';

/** The figures of a plot as a table; rows in which nothing was are left out. */
export function chartTable({ title, axis, labels, series, format }: ReportChart): ReportTable {
  const rows = labels
    .map((label, at) => ({ label, values: series.map(({ values }) => values[at] ?? null) }))
    .filter(({ values }) => values.some((value) => value !== null && value !== 0))
    .map(({ label, values }) => [label, ...values.map((value) => (value === null ? '–' : format(value)))]);
  return {
    caption: title,
    columns: [{ name: axis, isNumber: false }, ...series.map(({ name }) => ({ name, isNumber: true }))],
    rows,
  };
}
