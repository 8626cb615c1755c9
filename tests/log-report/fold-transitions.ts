import type { ARTICLE_STATES } from '../../src/schema/article-states.ts';

/** What is read of a line about a recorded event; its other fields do not matter. */
export interface TransitionLine {
  readonly number: number;
  readonly run: number;
  readonly attempt: number;
  readonly processing_state: (typeof ARTICLE_STATES)['processing'][number];
  readonly review_state: (typeof ARTICLE_STATES)['review'][number];
  readonly delivery_state: (typeof ARTICLE_STATES)['delivery'][number];
}

/** Where the lines of one article (one revision) leave it. */
export interface FoldedArticle {
  /** The last line. */
  readonly state: TransitionLine;
  /** The smallest number there is; what is before it lies before the stream and is no gap. */
  readonly first: number;
  /** Runs of numbers that are missing between the first and the last, both ends included. */
  readonly gaps: readonly (readonly [from: number, to: number])[];
  /** Lines whose number had been there. */
  readonly repeated: number;
}

/**
 * Folds the lines of one article, in any order, into where they leave it. Each line says where the article stands after it, so the
 * last one is the state; those before say whether one was lost. Pure; undefined for no lines.
 */
export function foldTransitions(lines: Iterable<TransitionLine>): FoldedArticle | undefined {
  const ordered = [...lines].sort((a, b) => a.number - b.number);
  const [first] = ordered;
  const last = ordered.at(-1);
  if (!first || !last) return undefined;
  const gaps: (readonly [number, number])[] = [];
  let repeated = 0;
  let before = first.number;
  for (const { number } of ordered.slice(1)) {
    if (number === before) repeated++;
    else if (number > before + 1) gaps.push([before + 1, number - 1]);
    before = number;
  }
  return { state: last, first: first.number, gaps, repeated };
}
