import type { Finding } from '../../moderation/model/finding.ts';
import type { PageLine } from '../data/read-pages.ts';

/** A line of a page with what was made of it. */
export interface JudgedLine {
  readonly file: string;
  /** Counts from 1 within the page. */
  readonly line: number;
  readonly record: PageLine;
  /** Half of the line or more is taken out or moved to metadata. */
  readonly isRemoved: boolean;
  /** True when another copy of the same words stays in the article. */
  readonly isKeptElsewhere: boolean;
  /** Code units taken out that are not white space. */
  readonly charactersLost: number;
  /** What took it out. */
  readonly cause: Finding | undefined;
  /** What called it a repetition of another line, removed or only flagged. */
  readonly repeat: Finding | undefined;
}
