/** A table; every cell is text as a person reads it, not yet escaped for a format. */
export interface ReportTable {
  readonly caption: string;
  readonly columns: readonly { readonly name: string; readonly isNumber: boolean }[];
  readonly rows: readonly (readonly string[])[];
  /** What is not shown, if anything. */
  readonly rest?: string;
}

export const TONES = ['good', 'doubt', 'bad', 'dead', 'plain'] as const;
export type Tone = (typeof TONES)[number];

/** A plot: bars that stand on each other, or lines with gaps where there is no value. */
export interface ReportChart {
  readonly kind: 'bars' | 'lines';
  readonly title: string;
  readonly description: string;
  /** What the labels are. */
  readonly axis: string;
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly tone: Tone; readonly values: readonly (number | null)[] }[];
  readonly format: (value: number) => string;
}

/** A part of a report, as every format but JSON shows it. */
export interface ReportSection {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly charts: readonly ReportChart[];
  readonly tables: readonly ReportTable[];
}
