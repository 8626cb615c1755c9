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

/** A plot: bars that stand on each other, or lines with gaps where there is no value. A tone is a class of the page's style. */
export interface Plot<PlotTone extends string = string> {
  readonly kind: 'bars' | 'lines';
  readonly title: string;
  readonly description: string;
  readonly labels: readonly string[];
  /** Places whose labels are written, each with a line through the plot; without them as many as fit. */
  readonly marks?: readonly number[];
  readonly series: readonly { readonly name: string; readonly tone: PlotTone; readonly values: readonly (number | null)[] }[];
  readonly format: (value: number) => string;
  /** The plain value, not less than this, at which the scale ends; without one, 1, 2, 4, 6 or 8 times a power of ten. */
  readonly roundUp?: ((value: number) => number | undefined) | undefined;
  /** Values from 0 to the end of the scale that have a line and a label; without it 0, the middle and the end. */
  readonly grid?: ((end: number) => readonly number[]) | undefined;
}

/** A plot of a report, which can also be a table. */
export interface ReportChart extends Plot<Tone> {
  /** What the labels are. */
  readonly axis: string;
}

/** A part of a report, as every format but JSON shows it. */
export interface ReportSection {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly charts: readonly ReportChart[];
  readonly tables: readonly ReportTable[];
}
