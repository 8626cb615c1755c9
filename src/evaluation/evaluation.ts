import type { FigureName } from './figures.ts';

/** Figures by name; `null` where a share has nothing to be a share of. */
export type Figures = Readonly<Partial<Record<FigureName, number | null>>>;

export interface Row {
  /** Unique in its table, and stable: earlier runs are compared by it. */
  readonly name: string;
  readonly figures: Figures;
}

export interface Table {
  readonly name: string;
  /** What is counted, in one line. */
  readonly title: string;
  readonly rows: readonly Row[];
}

/** One item that was judged wrongly. */
export interface WrongItem {
  /** Below the data folder. */
  readonly file: string;
  /** Counts from 1: the line of the file, or the entry of its list of lines. */
  readonly line: number;
  readonly label: string;
  /** What was done about it, for example `missed` or `removed`. */
  readonly outcome: string;
  readonly text: string;
  readonly rule: string | null;
  readonly evidence: string;
}

/** What a set of labelled data says about Copydesk. */
export interface Evaluation {
  readonly tables: readonly Table[];
  readonly wrong: readonly WrongItem[];
}
