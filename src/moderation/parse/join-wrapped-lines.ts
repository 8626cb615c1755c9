import type { Span } from '../model/span.ts';
import { measureWrap } from '../text/measure-wrap.ts';

/** One span for a group of lines that are one wrapped paragraph; otherwise one for each line. */
export function joinWrappedLines(text: string, lines: readonly Span[]): readonly Span[] {
  const first = lines[0];
  const last = lines.at(-1);
  const wrap = measureWrap(text, lines);
  if (!first || !last || !(wrap?.isFilled || wrap?.isProse)) return lines;
  return [{ start: first.start, end: last.end }];
}
