import type { Span } from '../model/span.ts';
import { endOfLine, skipLineEnd } from './end-of-line.ts';
import type { MarkdownRun } from './markdown-run.ts';

/** The text of a code block as runs: its lines are the ends of lines of the source, behind what indents them. Linear. */
export function alignCodeBlock(source: string, value: string, { start, end }: Span): readonly MarkdownRun[] {
  const isFenced = source[start] === '`' || source[start] === '~';
  let at = isFenced ? skipLineEnd(source, endOfLine(source, start)) : start;
  const runs: MarkdownRun[] = [];
  for (const [index, line] of value.split(/\r\n|\n|\r/u).entries()) {
    const lineEnd = Math.min(end, endOfLine(source, at));
    const from = lineEnd - line.length;
    const isSame = from >= at && source.startsWith(line, from);
    const before = runs.at(-1)?.end ?? at;
    if (index > 0) {
      const to = isSame ? from : at;
      runs.push({ text: '\n', start: before, end: to, isSame: to - before === 1 && source[before] === '\n' });
    }
    if (line !== '') runs.push({ text: line, start: isSame ? from : at, end: lineEnd, isSame });
    at = Math.min(end, skipLineEnd(source, lineEnd));
  }
  return runs;
}
