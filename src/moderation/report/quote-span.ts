import { stripMarkup } from '../markup/strip-markup.ts';
import type { ArticleFormat } from '../model/article.ts';
import type { Span } from '../model/span.ts';
import { cutText } from './cut-text.ts';
import { revealControls } from './reveal-controls.ts';

/** Blanks and line ends that a quote on one line may close up. */
const BLANKS = /[ \t\r\n]+/gu;
/** UTF-16 code units of the original that are read for each code point of a quote. */
const READ = { text: 8, markdown: 8, html: 40 } as const;

/** The words of a span on one line, at most `limit` code points, safe to print on a terminal. Of HTML what readers see. */
export function quoteSpan(text: string, span: Span, limit: number, format: ArticleFormat = 'text'): string {
  const read = text.slice(span.start, Math.min(span.end, span.start + READ[format] * limit));
  const words = format === 'html' ? stripMarkup(read) : read.replace(BLANKS, ' ').trim();
  return cutText(revealControls(words), limit);
}
