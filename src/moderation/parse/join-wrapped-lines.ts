import type { Span } from '../model/span.ts';
import { isFilledLine } from '../text/is-filled-line.ts';
import { measureWrap } from '../text/measure-wrap.ts';

const SENTENCE_END = /[.!?…:。！？؟।][\])"'”’»]?$/u;

/** A line that goes on in lower case begins no paragraph: then the lines were not cut where paragraphs end. */
const LOWER = /^\p{Ll}/u;

function joinAll(lines: readonly Span[]): readonly Span[] {
  const first = lines[0];
  const last = lines.at(-1);
  return first && last ? [{ start: first.start, end: last.end }] : lines;
}

/** Paragraphs that follow each other without a blank line: each ends with a line that had room for the next word. */
function cutAtShortLines(text: string, lines: readonly Span[], width: number): readonly (readonly Span[])[] {
  const paragraphs: Span[][] = [];
  let paragraph: Span[] = [];
  for (const [at, line] of lines.entries()) {
    paragraph.push(line);
    const next = lines[at + 1];
    if (next && isFilledLine(text, line, next, width)) continue;
    paragraphs.push(paragraph);
    paragraph = [];
  }
  return paragraphs;
}

/** A paragraph that may be prose is, when one beside it is. */
function joinParagraphs(text: string, paragraphs: readonly (readonly Span[])[], width: number): readonly Span[] {
  const judged = paragraphs.map((lines) => {
    const end = lines.at(-1)?.end ?? 0;
    const isWhole = SENTENCE_END.test(text.slice(Math.max(0, end - 2), end));
    return { lines, wrap: isWhole ? measureWrap(text, lines, width) : undefined };
  });
  const hasProse = judged.some(({ wrap }) => wrap?.isProse);
  return judged.flatMap(({ lines, wrap }) => (hasProse && wrap?.isLikely ? joinAll(lines) : lines));
}

/** One span for adjacent lines that are one wrapped paragraph, or one for each such paragraph among them; else one for each line. */
export function joinWrappedLines(text: string, lines: readonly Span[]): readonly Span[] {
  const wrap = measureWrap(text, lines);
  if (!wrap) return lines;
  if (wrap.isFilled || wrap.isProse) return joinAll(lines);
  const paragraphs = cutAtShortLines(text, lines, wrap.width);
  if (paragraphs.slice(1).some(([first]) => first && LOWER.test(text.slice(first.start, first.start + 2)))) return lines;
  return joinParagraphs(text, paragraphs, wrap.width);
}
