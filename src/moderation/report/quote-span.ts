import type { Span } from '../model/span.ts';
import { cutText } from './cut-text.ts';
import { revealControls } from './reveal-controls.ts';

/** Blanks and line ends that a quote on one line may close up. */
const BLANKS = /[ \t\r\n]+/gu;

/** The words of a span on one line, at most `limit` code points, safe to print on a terminal. */
export function quoteSpan(text: string, span: Span, limit: number): string {
  const read = text.slice(span.start, Math.min(span.end, span.start + 8 * limit));
  return cutText(revealControls(read.replace(BLANKS, ' ').trim()), limit);
}
