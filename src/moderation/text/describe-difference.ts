import type { Document } from '../model/document.ts';
import type { WordRun } from './align-words.ts';
import { cutExcerpt } from './cut-excerpt.ts';

/** UTF-16 code units of the whole description, about. */
const MAX_LENGTH = 360;
/** UTF-16 code units of one run. */
const MAX_RUN = 80;
/** Words of an equal run that are shown on each side of a difference. */
const CONTEXT = 3;
/** What is said of two texts with the same words. */
export const SAME_WORDS = 'no word differs';

function quoteRows({ text, tokens }: Document, from: number, to: number): string {
  const start = tokens.starts[from] ?? 0;
  const end = tokens.ends[to - 1] ?? start;
  return cutExcerpt(text.slice(start, Math.min(end, start + MAX_RUN + 1)), MAX_RUN).replace(/\s/gu, ' ');
}

function quoteSame(document: Document, { from, to }: WordRun, isFirst: boolean, isLast: boolean): string {
  if (to - from <= 2 * CONTEXT) return quoteRows(document, from, to);
  const head = isFirst ? '' : `${quoteRows(document, from, from + CONTEXT)} `;
  const tail = isLast ? '' : ` ${quoteRows(document, to - CONTEXT, to)}`;
  return `${head}…${tail}`;
}

function quoteRun(document: Document, run: WordRun, isFirst: boolean, isLast: boolean): string {
  if (run.kind === 'same') return quoteSame(document, run, isFirst, isLast);
  const words = quoteRows(document, run.from, run.to);
  return run.kind === 'removed' ? `[-${words}-]` : `{+${words}+}`;
}

/**
 * Aligned words as one line in the notation of wdiff: `met at [-noon-] {+midday+} to hear …`, where `[-…-]` stands in the
 * first text only and `{+…+}` in the second one only. At most about 360 UTF-16 code units, and no line breaks.
 */
export function describeDifference(document: Document, runs: readonly WordRun[]): string {
  if (runs.every(({ kind }) => kind === 'same')) return SAME_WORDS;
  const parts: string[] = [];
  let length = 0;
  for (const [at, run] of runs.entries()) {
    if (length > MAX_LENGTH) {
      parts.push('…');
      break;
    }
    const part = quoteRun(document, run, at === 0, at === runs.length - 1);
    parts.push(part);
    length += part.length + 1;
  }
  return parts.join(' ');
}
